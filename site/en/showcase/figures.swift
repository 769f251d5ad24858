#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif
func plot(_ xs: [Double], _ ys: [Double], title: String = "", x: String = "", y: String = "") {}
func plot(
  _ f: (Double) -> Double, over range: ClosedRange<Double>, title: String = "", x: String = "", y: String = ""
) {}
import _Differentiation
func derivative(at x: Double, of f: @differentiable(reverse) (Double) -> Double) -> Double {
  gradient(at: x, of: f)
}
func derivative(of f: @escaping @differentiable(reverse) (Double) -> Double) -> (Double) -> Double {
  { gradient(at: $0, of: f) }
}
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
extension Figure {
  func _tangent(_ x: Double, _ y: Double, _ slope: Double, _ range: ClosedRange<Double>?, _ name: String) -> Figure {
    let ends = range ?? (x - 1)...(x + 1)
    let xs = [ends.lowerBound, ends.upperBound]
    return _with("line", [name], [xs, xs.map { y + slope * ($0 - x) }])
  }
}
extension Figure {
  func tangent(
    to f: @differentiable(reverse) (Double) -> Double, at x: Double, over range: ClosedRange<Double>? = nil,
    name: String = ""
  ) -> Figure {
    _tangent(x, f(x), gradient(at: x, of: f), range, name)
  }
}
#sourceLocation(file: "en/showcase/figures.md", line: 18)
func relu(_ x: Double) -> Double { max(0, x) }
func sigmoid(_ x: Double) -> Double { 1 / (1 + exp(-x)) }

Figure(title: "Activations")
  .function(relu, over: -4...4)
  .function(sigmoid, over: -4...4)
  .function({ tanh($0) }, over: -4...4, name: "tanh")
  .limits(y: -1.5...3)
  .labels(x: "x", y: "activation")
#sourceLocation()
#sourceLocation(file: "en/showcase/figures.md", line: 37)
func f(_ x: Double) -> Double { 2 * x * x - 3 * x + 4 }

Figure(title: "The slope of a tangent")
  .function(f, over: -1...3)
  .tangent(to: f, at: 2, over: 0.5...3, name: "tangent at 2")
  .scatter([2], [f(2)], name: "where they touch")
  .arrow(from: (0.25, 8), to: (0.72, 3.3))
  .text("the minimum", at: (-0.35, 8))
  .verticalLine(at: 0.75)
  .labels(x: "x", y: "f(x)")
#sourceLocation()
#sourceLocation(file: "en/showcase/figures.md", line: 59)
let epochs = (0...60).map { Double($0) }
let training = epochs.map { 2 * exp(-$0 / 9) + 0.004 }
let validation = epochs.map { 2.1 * exp(-$0 / 8) + 0.03 + 0.0006 * $0 }

Figure(title: "Losses")
  .band(epochs, validation.map { 0.75 * $0 }, validation.map { 1.3 * $0 }, name: "five runs")
  .line(epochs, training, name: "training")
  .line(epochs, validation, name: "validation")
  .horizontalLine(at: 0.01, name: "goal")
  .scale(y: .log)
  .labels(x: "epoch", y: "loss")
#sourceLocation()
#sourceLocation(file: "en/showcase/figures.md", line: 80)
let places = (0..<60).map { Double($0) / 6 }
let residuals = places.map { x in 0.8 * sin(7 * x) * cos(3.1 * x + 1) }

Figure(title: "Residuals")
  .band(places, places.map { _ in -0.5 }, places.map { _ in 0.5 })
  .scatter(places, residuals, colours: residuals, sizes: places.map { 1 + $0 })
  .labels(x: "x", y: "residual")
#sourceLocation()
// cell #class-counts: left out, it draws random numbers, which the lesson's seed makes
// cell #bins: left out, it needs 'weights' of a cell that is left out
#sourceLocation(file: "en/showcase/figures.md", line: 127)
let names = ["cat", "dog", "bird", "fish"]
let confusion: [[Double]] = [[46, 3, 1, 0], [5, 41, 3, 1], [2, 4, 39, 5], [0, 1, 4, 45]]

Figure(title: "Confusion matrix")
  .heatmap(confusion, annotated: true, rowNames: names, columnNames: names)
  .labels(x: "said", y: "shown")
#sourceLocation()
#sourceLocation(file: "en/showcase/figures.md", line: 143)
let words = ["the", "cat", "sat", "on", "the", "mat"]
func softmax(_ scores: [Double]) -> [Double] {
  let powers = scores.map { exp($0) }
  let sum = powers.reduce(0, +)
  return powers.map { $0 / sum }
}
func affinity(_ i: Int, _ j: Int) -> Double {
  let bonus = i % 3 == j % 3 ? 0.8 : 0
  return 2 * cos(1.3 * Double(i - j)) + bonus
}
let attention = (0..<6).map { i in softmax((0..<6).map { j in affinity(i, j) }) }

Figure(title: "Attention").heatmap(attention, rowNames: words, columnNames: words)
#sourceLocation()
#sourceLocation(file: "en/showcase/figures.md", line: 168)
func score(_ x: Double, _ y: Double) -> Double {
  2 * tanh(1.8 * x + 0.9 * y) - 2 * tanh(2 * x - 1.6 * y - 0.6) - 0.8
}
let angles = (0..<24).map { Double($0) * 2.39996 }
let inner = angles.map { (0.55 * cos($0) + 0.2, 0.5 * sin($0) + 0.4) }
let outer = angles.map { (1.5 * cos($0), 1.35 * sin($0) - 0.1) }.filter { score($0.0, $0.1) < 0.4 }

Figure(title: "Decision regions")
  .filledContours(score, over: -2...2, -1.6...1.6)
  .scatter(inner.map { $0.0 }, inner.map { $0.1 }, name: "inside")
  .scatter(outer.map { $0.0 }, outer.map { $0.1 }, name: "outside")
#sourceLocation()
// cell #descent: left out, it searches for a minimum
#sourceLocation(file: "en/showcase/figures.md", line: 206)
Figure(title: "Gradient")
  .vectorField({ (x, y) in (2 * x, 12 * y) }, over: -2...2, -1.2...1.2, count: 13)
  .labels(x: "x", y: "y")
#sourceLocation()
#sourceLocation(file: "en/showcase/figures.md", line: 219)
let steps = (-40...40).map { Double($0) / 2 }
let cubes = steps.map { $0 * $0 * $0 }

Figure.panels([
  Figure(title: "linear").line(steps, cubes).ticks(x: [-20, -10, 0, 10, 20]).grid(false),
  Figure(title: "symmetric log").line(steps, cubes).ticks(x: [-20, -10, 0, 10, 20]).scale(y: .symmetricLog),
])
#sourceLocation()
#sourceLocation(file: "en/showcase/figures.md", line: 234)
Figure(title: "Powers")
  .line(steps, steps.map { $0 * $0 }, name: "square")
  .line(steps, cubes.map { $0 / 20 }, name: "cube / 20")
  .text("square", at: (-11, 190)).text("cube / 20", at: (-9, -170))
  .legend(false)
#sourceLocation()
