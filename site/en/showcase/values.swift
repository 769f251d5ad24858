#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif
func plot(_ xs: [Double], _ ys: [Double], title: String = "", x: String = "", y: String = "") {}
func plot(
  _ f: (Double) -> Double, over range: ClosedRange<Double>, title: String = "", x: String = "", y: String = ""
) {}
func _functionName<T>(_ f: (T) -> Double) -> String { "" }
func _functionName(_ f: (Double, Double) -> Double) -> String { "" }
func _plotFailure(_ message: String) -> Never { fatalError(message) }
func _showFigure(_ figure: Figure) {}
// How often a function is asked: along a curve, and along each side of a grid.
var _curveSamples: Int { 201 }
var _gridSamples: Int { 61 }

// Numbers at equal distances, both ends included.
func _samples(_ count: Int, _ range: ClosedRange<Double>, for user: String = "plot") -> [Double] {
  let (lower, upper) = (range.lowerBound, range.upperBound)
  if !lower.isFinite || !upper.isFinite || !(lower < upper) {
    _plotFailure("'\(user)' needs an interval with two different finite ends")
  }
  var numbers: [Double] = []
  for i in 0..<count {
    let share = Double(i) / Double(count - 1)
    let x = i == count - 1 ? upper : lower * (1 - share) + upper * share
    if i > 0 && !(numbers[i - 1] < x) {
      _plotFailure("'\(user)' needs an interval that is wide enough to be divided")
    }
    numbers.append(x)
  }
  return numbers
}

struct Figure: CustomStringConvertible {
  enum Scale { case linear, log, symmetricLog }

  var _texts: [String] = []
  var _counts: [Int] = []
  var _numbers: [Double] = []

  init(title: String? = nil) {
    if let title { self = _with("title", [title], []) }
  }

  /// Shows the figure here.
  func show() { _showFigure(self) }

  static func panels(_ panels: [Figure], columns: Int = 2, title: String? = nil) -> Figure {
    if panels.isEmpty { _plotFailure("'panels' needs at least one figure") }
    if panels.count > 24 { _plotFailure("'panels' takes at most 24 figures: here are \(panels.count)") }
    if columns < 1 || columns > 4 { _plotFailure("'panels' has one to four columns: here are \(columns)") }
    var figure = Figure(title: title)._with("panels", [], [[Double(columns)]])
    for panel in panels {
      if panel._texts.contains("panels") && panel._isDivided {
        _plotFailure("'panels' takes figures without panels: put all of them into one list")
      }
      figure = figure._with("panel", [], [])
      figure._texts += panel._texts
      figure._counts += panel._counts
      figure._numbers += panel._numbers
    }
    return figure
  }

  var description: String { "Figure" }

  // MARK: Marks

  func line(_ xs: [Double], _ ys: [Double], name: String = "") -> Figure {
    _check("line", xs.count, ys.count)
    return _with("line", [name], [xs, ys])
  }
  func line(_ ys: [Double], name: String = "") -> Figure { line(_places(ys), ys, name: name) }

  func function(
    _ f: (Double) -> Double, over range: ClosedRange<Double>, name: String? = nil
  ) -> Figure {
    let xs = _samples(_curveSamples, range, for: "function")
    return _with("line", [name ?? _functionName(f)], [xs, xs.map { f($0) }])
  }

  func scatter(
    _ xs: [Double], _ ys: [Double], colours: [Double]? = nil, sizes: [Double]? = nil, name: String = ""
  ) -> Figure {
    _check("scatter", xs.count, ys.count)
    if let colours { _check("scatter", xs.count, colours.count, "colours") }
    if let sizes { _check("scatter", xs.count, sizes.count, "sizes") }
    return _with("scatter", [name], [xs, ys, colours ?? [], sizes ?? []])
  }

  func bars(_ names: [String], _ heights: [Double], name: String = "") -> Figure {
    if names.count != heights.count {
      _plotFailure(
        "'bars' needs as many heights as names: here are \(names.count) names and \(heights.count) heights")
    }
    return _with("bars", [name] + names, [_places(heights), heights])
  }

  func histogram(_ values: [Double], bins: Int? = nil, name: String = "") -> Figure {
    if let bins, bins < 1 || bins > 1000 {
      _plotFailure("'histogram' has 1 to 1000 bins: here are \(bins)")
    }
    return _with("histogram", [name], [[Double(bins ?? 0)], values])
  }

  func band(_ xs: [Double], _ lower: [Double], _ upper: [Double], name: String = "") -> Figure {
    _check("band", xs.count, lower.count)
    _check("band", xs.count, upper.count)
    return _with("band", [name], [xs, lower, upper])
  }

  func contours(
    _ f: (Double, Double) -> Double, over x: ClosedRange<Double>, _ y: ClosedRange<Double>,
    levels: [Double] = [], name: String? = nil
  ) -> Figure {
    _field("contours", f, x, y, levels, name ?? _functionName(f))
  }

  func filledContours(
    _ f: (Double, Double) -> Double, over x: ClosedRange<Double>, _ y: ClosedRange<Double>,
    levels: [Double] = [], name: String? = nil
  ) -> Figure {
    _field("filled contours", f, x, y, levels, name ?? _functionName(f))
  }

  func heatmap(
    _ rows: [[Double]], annotated: Bool = false, rowNames: [String] = [], columnNames: [String] = [],
    name: String = ""
  ) -> Figure {
    let columns = rows.first?.count ?? 0
    if columns == 0 { _plotFailure("'heatmap' needs at least one row with one number") }
    for (i, row) in rows.enumerated() where row.count != columns {
      _plotFailure("'heatmap' needs rows of one length: row 0 has \(columns) numbers, row \(i) has \(row.count)")
    }
    if !rowNames.isEmpty && rowNames.count != rows.count {
      _plotFailure("'heatmap' needs a name for each row: here are \(rowNames.count) names for \(rows.count) rows")
    }
    if !columnNames.isEmpty && columnNames.count != columns {
      _plotFailure(
        "'heatmap' needs a name for each column: here are \(columnNames.count) names for \(columns) columns")
    }
    var values: [Double] = []
    for row in rows { values += row }
    let style = annotated ? "annotated heatmap" : "heatmap"
    return _with("names of y", rowNames, [])._with("names of x", columnNames, [])
      ._with(style, [name], [(0..<columns).map { Double($0) }, (0..<rows.count).map { Double($0) }, values, []])
  }

  func vectorField(
    _ f: (Double, Double) -> (Double, Double), over x: ClosedRange<Double>, _ y: ClosedRange<Double>,
    count: Int = 15, name: String = ""
  ) -> Figure {
    if count < 2 || count > 60 {
      _plotFailure("'vectorField' has 2 to 60 arrows along each side: here are \(count)")
    }
    var (xs, ys, us, vs): ([Double], [Double], [Double], [Double]) = ([], [], [], [])
    for y in _samples(count, y, for: "vectorField") {
      for x in _samples(count, x, for: "vectorField") {
        let (u, v) = f(x, y)
        xs.append(x)
        ys.append(y)
        us.append(u)
        vs.append(v)
      }
    }
    return _with("vectors", [name], [xs, ys, us, vs])
  }

  func text(_ text: String, at point: (Double, Double)) -> Figure {
    _with("text", [text], [[point.0], [point.1]])
  }

  func arrow(from start: (Double, Double), to end: (Double, Double)) -> Figure {
    _with("arrow", [], [[start.0], [start.1], [end.0], [end.1]])
  }

  func horizontalLine(at y: Double, name: String = "") -> Figure {
    _with("horizontal", [name], [[0], [y]])
  }

  func verticalLine(at x: Double, name: String = "") -> Figure {
    _with("vertical", [name], [[x], [0]])
  }

  // MARK: Axes and looks

  func labels(x: String? = nil, y: String? = nil) -> Figure {
    var figure = self
    if let x { figure = figure._with("label of x", [x], []) }
    if let y { figure = figure._with("label of y", [y], []) }
    return figure
  }

  func scale(x: Scale = .linear, y: Scale = .linear) -> Figure {
    _with("scales", [_word(x), _word(y)], [])
  }

  func limits(x: ClosedRange<Double>? = nil, y: ClosedRange<Double>? = nil) -> Figure {
    var figure = self
    if let x { figure = figure._limited("x", x) }
    if let y { figure = figure._limited("y", y) }
    return figure
  }

  func ticks(x: [Double]? = nil, y: [Double]? = nil) -> Figure {
    var figure = self
    if let x { figure = figure._with("ticks of x", [], [x]) }
    if let y { figure = figure._with("ticks of y", [], [y]) }
    return figure
  }

  func grid(_ isShown: Bool) -> Figure { _with("grid", [], [[isShown ? 1 : 0]]) }
  func legend(_ isShown: Bool) -> Figure { _with("legend", [], [[isShown ? 1 : 0]]) }

  // MARK: Entries

  // The number of columns of a figure's entries decides whether a text is a kind.
  var _isDivided: Bool {
    var (text, count) = (0, 0)
    while text < _texts.count {
      if _texts[text] == "panels" { return true }
      text += _counts[count] + 1
      count += _counts[count + 1] + 2
    }
    return false
  }

  func _with(_ kind: String, _ texts: [String], _ columns: [[Double]]) -> Figure {
    if _isDivided && kind != "panel" {
      _plotFailure("a figure of panels shows nothing else: add marks and options to its panels")
    }
    var figure = self
    figure._texts.append(kind)
    figure._texts += texts
    figure._counts.append(texts.count)
    figure._counts.append(columns.count)
    for column in columns {
      figure._counts.append(column.count)
      figure._numbers += column
    }
    return figure
  }

  func _check(_ user: String, _ xs: Int, _ ys: Int, _ what: String = "values of y") {
    if xs == ys { return }
    _plotFailure("'\(user)' needs as many \(what) as values of x: here are \(ys) and \(xs)")
  }

  func _places(_ values: [Double]) -> [Double] { (0..<values.count).map { Double($0) } }

  func _field(
    _ style: String, _ f: (Double, Double) -> Double, _ x: ClosedRange<Double>, _ y: ClosedRange<Double>,
    _ levels: [Double], _ name: String
  ) -> Figure {
    let user = style == "contours" ? "contours" : "filledContours"
    let xs = _samples(_gridSamples, x, for: user)
    let ys = _samples(_gridSamples, y, for: user)
    var values: [Double] = []
    for y in ys {
      for x in xs { values.append(f(x, y)) }
    }
    return _with(style, [name], [xs, ys, values, levels])
  }

  func _word(_ scale: Scale) -> String {
    switch scale {
    case .linear: return "linear"
    case .log: return "log"
    case .symmetricLog: return "symmetricLog"
    }
  }

  func _limited(_ axis: String, _ range: ClosedRange<Double>) -> Figure {
    let (lower, upper) = (range.lowerBound, range.upperBound)
    if !lower.isFinite || !upper.isFinite || !(lower < upper) {
      _plotFailure("'limits' needs two different finite ends for \(axis)")
    }
    return _with("limits of \(axis)", [], [[lower, upper]])
  }
}
func _tableFailure(_ message: String) -> Never { fatalError(message) }
func _showTable(
  _ text: String, _ caption: String, _ cells: [String], _ isNumeric: [Bool], _ hasRowNames: Bool,
  _ omitted: Int, _ isResult: Bool
) {
  Swift.print(text)
}
func _fixedText(_ number: Double, _ digits: Int) -> String {
  // Room for all digits of the largest number.
  var bytes = [CChar](repeating: 0, count: 400)
  let count = withVaList([number]) { vsnprintf(&bytes, bytes.count, "%.\(digits)f", $0) }
  return String(decoding: bytes.prefix(Int(count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
}
struct Table<Row>: CustomStringConvertible {
  let _rows: [Row]
  var _names: [String] = []
  // For each column, the text of each row.
  var _columns: [[String]] = []
  var _caption: String = ""
  var _limit: Int? = nil
  var _hasRowNames: Bool = false

  init(_ rows: [Row]) { _rows = rows }

  // MARK: Columns

  func column<Value>(_ name: String, _ value: (Row) -> Value) -> Table<Row> {
    _with(name, _rows.map { "\(value($0))" })
  }

  func column(_ name: String, digits: Int, _ value: (Row) -> Double) -> Table<Row> {
    _with(name, _rows.map { _number(value($0), digits) })
  }

  // MARK: Options

  func caption(_ caption: String) -> Table<Row> {
    var table = self
    table._caption = _oneLine(caption)
    return table
  }

  func rows(upTo count: Int) -> Table<Row> {
    if count < 0 { _tableFailure("'rows(upTo:)' needs a number that is not negative: here is \(count)") }
    var table = self
    table._limit = count
    return table
  }

  // MARK: Showing

  /// Shows the table here.
  func show() { _show(isResult: false) }

  var description: String {
    var lines: [String] = Array(repeating: "", count: _shownRows + 1)
    for column in 0..<_columns.count {
      let cells = [_names[column]] + Array(_columns[column].prefix(_shownRows))
      var width = 0
      for cell in cells { width = max(width, cell.count) }
      let isRight = _isNumeric(column)
      for (row, cell) in cells.enumerated() {
        let padding = String(repeating: " ", count: width - cell.count)
        if column > 0 { lines[row] += "  " }
        lines[row] += isRight ? padding + cell : cell + padding
      }
    }
    lines = lines.map { _withoutTrailingBlanks($0) }
    if !_caption.isEmpty { lines.insert(_caption, at: 0) }
    let omitted = _rows.count - _shownRows
    if omitted > 0 { lines.append(omitted == 1 ? "… 1 more row" : "… \(omitted) more rows") }
    return lines.joined(separator: "\n")
  }

  func _showAsResult() { _show(isResult: true) }

  func _show(isResult: Bool) {
    if _columns.isEmpty { _tableFailure("this table has no columns: add them with 'column'") }
    var cells = _names
    for row in 0..<_shownRows {
      for column in _columns { cells.append(column[row]) }
    }
    _showTable(
      description, _caption, cells, _columns.indices.map { _isNumeric($0) }, _hasRowNames,
      _rows.count - _shownRows, isResult)
  }

  // MARK: Texts

  func _with(_ name: String, _ texts: [String]) -> Table<Row> {
    var table = self
    table._names.append(_oneLine(name))
    table._columns.append(texts.map { _oneLine($0) })
    return table
  }

  func _number(_ number: Double, _ digits: Int?) -> String {
    guard let digits else { return "\(number)" }
    if digits < 0 || digits > 17 { _tableFailure("a table shows 0 to 17 'digits': here are \(digits)") }
    if !number.isFinite { return "\(number)" }
    let text = _fixedText(number, digits)
    return text.hasPrefix("-") && Double(text) == 0 ? String(text.dropFirst()) : text
  }

  func _oneLine(_ text: String) -> String {
    text.contains { $0.isNewline } ? String(text.map { $0.isNewline ? " " : $0 }) : text
  }

  func _withoutTrailingBlanks(_ line: String) -> String {
    var count = 0
    for character in line.reversed() {
      if character != " " { break }
      count += 1
    }
    return String(line.dropLast(count))
  }

  var _shownRows: Int { min(_rows.count, _limit ?? _rows.count) }

  // Whether all that is shown of a column reads as numbers.
  func _isNumeric(_ column: Int) -> Bool {
    let texts = _columns[column].prefix(_shownRows).filter { !$0.isEmpty }
    return !texts.isEmpty && texts.allSatisfy { Double($0) != nil }
  }
}

// MARK: Values whose columns are known

extension Table {
  init<Key: Comparable, Value>(
    _ dictionary: [Key: Value], key: String = "key", value: String = "value"
  ) where Row == (key: Key, value: Value) {
    let pairs = dictionary.sorted { $0.key < $1.key }
    self.init(pairs.map { (key: $0.key, value: $0.value) })
    self = column(key) { $0.key }.column(value) { $0.value }
    _hasRowNames = true
  }

  init(values: [Double], name: String = "value", digits: Int? = nil) where Row == Double {
    self.init(values)
    self = _with("index", values.indices.map { "\($0)" })
    self = _with(name, values.map { _number($0, digits) })
    _hasRowNames = true
  }

  init(
    matrix rows: [[Double]], rowNames: [String] = [], columnNames: [String] = [], digits: Int? = nil
  ) where Row == [Double] {
    let count = rows.first?.count ?? 0
    for (i, row) in rows.enumerated() where row.count != count {
      _tableFailure("a matrix has rows of one length: row 0 has \(count) numbers, row \(i) has \(row.count)")
    }
    if !rowNames.isEmpty && rowNames.count != rows.count {
      _tableFailure("a matrix needs a name for each row: here are \(rowNames.count) names for \(rows.count) rows")
    }
    if !columnNames.isEmpty && columnNames.count != count {
      _tableFailure(
        "a matrix needs a name for each column: here are \(columnNames.count) names for \(count) columns")
    }
    self.init(rows)
    self = _with("", rowNames.isEmpty ? rows.indices.map { "\($0)" } : rowNames)
    for i in 0..<count {
      self = _with(columnNames.isEmpty ? "\(i)" : columnNames[i], rows.map { _number($0[i], digits) })
    }
    _hasRowNames = true
  }
}
#sourceLocation(file: "en/showcase/values.md", line: 15)
struct Run {
  let rate: Double
  let steps: [Double]
  var end: Double { steps[steps.count - 1] }
}

func descend(rate: Double) -> Run {
  var steps = [4.0]
  for _ in 1...40 { steps.append(steps[steps.count - 1] * (1 - rate)) }
  return Run(rate: rate, steps: steps)
}

let runs = [0.05, 0.5, 1.9].map { descend(rate: $0) }

Swift.debugPrint(Table(runs)
  .column("rate", \.rate)
  .column("after 1 step", digits: 3) { $0.steps[1] }
  .column("after 40 steps", digits: 6, \.end)
  .column("verdict") { abs($0.end) < 1e-6 ? "there" : "on its way" }
  .caption("Gradient descent from 4 with three learning rates"))
#sourceLocation()
#sourceLocation(file: "en/showcase/values.md", line: 50)
let sentence = "the gradient points to where the function rises fastest"
var letters: [Character: Int] = [:]
for letter in sentence where letter != " " { letters[letter, default: 0] += 1 }

Swift.debugPrint(Table(letters, key: "letter", value: "times").rows(upTo: 6))
#sourceLocation()
#sourceLocation(file: "en/showcase/values.md", line: 73)
let confusion: [[Double]] = [[48, 2, 0], [3, 41, 6], [0, 5, 45]]
let shares = confusion.map { row in row.map { $0 / row.reduce(0, +) } }
let species = ["setosa", "versicolor", "virginica"]

Swift.debugPrint(Table(matrix: shares, rowNames: species, columnNames: species, digits: 2)
  .caption("What a classifier takes each species for"))
#sourceLocation()
#sourceLocation(file: "en/showcase/values.md", line: 94)
let trained = runs[1].steps.prefix(5)
print("The first steps at a rate of 0.5:")
Table(values: Array(trained), name: "x", digits: 2).show()
print("Each is half of the one before, as the quotients say:")
let quotients = zip(trained.dropFirst(), trained).map { $0 / $1 }
Swift.debugPrint(Table(values: quotients, name: "quotient"))
#sourceLocation()
#sourceLocation(file: "en/showcase/values.md", line: 123)
for (step, x) in runs[0].steps.dropFirst().enumerated() {
  print("step \(step + 1): x = \((x * 1e4).rounded() / 1e4)")
}
#sourceLocation()
#sourceLocation(file: "en/showcase/values.md", line: 178)
for k in 1...6 { print("\(k)! = \((1...k).reduce(1, *))") }
#sourceLocation()
#sourceLocation(file: "en/showcase/values.md", line: 197)
Figure(title: "Three ways down")
  .line(runs[0].steps, name: "0.05")
  .line(runs[1].steps, name: "0.5")
  .line(runs[2].steps, name: "1.9")
  .labels(x: "step", y: "x")
#sourceLocation()
