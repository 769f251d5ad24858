/// Writes the data of one figure without panels as tables.
struct FigureDataWriter {
  let figure: Figure
  let words: Words
  /// The places of series that share a table: lines over the same abscissae that follow one another.
  private let groups: [[Int]]

  init(figure: Figure, words: Words) {
    self.figure = figure
    self.words = words
    var groups: [[Int]] = []
    for (index, series) in figure.series.enumerated() {
      if let last = groups.last, last.count < Self.mostLines, series.mark == .line,
        figure.series[last[0]].mark == .line,
        figure.series[last[0]].x.elementsEqual(series.x, by: { $0.canonicalBits == $1.canonicalBits })
      {
        groups[groups.count - 1].append(index)
      } else {
        groups.append([index])
      }
    }
    self.groups = groups
  }

  private static let mostLines = 8

  var tableCount: Int { groups.count + (figure.field == nil ? 0 : 1) }

  /// The first tables, one or more, with about so many cells each.
  func tables(atMost most: Int, cells: Int) -> [FigureData] {
    let field = figure.field.map { [table(of: $0, cells)] } ?? []
    return field + groups.prefix(most - field.count).map { table(of: $0, cells) }
  }

  // MARK: Marks

  private func table(of group: [Int], _ cells: Int) -> FigureData {
    let first = figure.series[group[0]]
    let isShared = group.count > 1
    let columns =
      isShared
      ? [.numbers(xName, first.x)] + group.map { .numbers(name(ofSeries: $0), figure.series[$0].y) }
      : columns(of: first)
    let step = Self.step(first.count, atMost: max(2, cells / max(1, columns.count)))
    let rows = Array(stride(from: 0, to: first.count, by: step))
    return FigureData(
      name: isShared ? words.axis(figure.yLabel) ?? "" : name(ofSeries: group[0]), series: group.count,
      columns: columns.map { $0.column(rows, words) }, hasRowNames: first.mark == .bars,
      omission: step == 1 ? nil : Words.filled(words.data.sampledRows, "\(step)", "\(first.count)"))
  }

  /// The name of a series; its number where it has none and is not alone.
  private func name(ofSeries index: Int) -> String {
    let name = figure.series[index].name.onOneLine(limit: 40)
    return name.isEmpty && figure.series.count > 1
      ? Words.filled(words.lines.series, "\(index + 1)") : name
  }

  /// A column with all rows, of which some are written.
  private enum Source {
    case numbers(String, [Double])
    case texts(String, [String])

    func column(_ rows: [Int], _ words: Words) -> FigureData.Column {
      switch self {
      case .numbers(let name, let numbers):
        let digits = FigureDataWriter.digits(of: numbers)
        return FigureData.Column(
          name: name, isNumeric: true, texts: rows.map { words.number(numbers[$0], digits: digits) })
      case .texts(let name, let texts):
        return FigureData.Column(
          name: name, isNumeric: false,
          texts: rows.map { $0 < texts.count ? texts[$0].onOneLine(limit: 40) : "\($0 + 1)" })
      }
    }
  }

  private func columns(of series: Series) -> [Source] {
    let (x, y) = (Source.numbers(xName, series.x), Source.numbers(yName, series.y))
    func channel(_ index: Int, _ name: String) -> [Source] {
      series.channel(index).map { [.numbers(name, $0)] } ?? []
    }
    switch series.mark {
    case .line, .path: return [x, y]
    case .scatter: return [x, y] + channel(0, words.data.colour) + channel(1, words.data.size)
    case .bars: return [.texts(words.axis(figure.xLabel) ?? words.data.name, series.texts), y]
    case .histogram:
      return [.numbers(words.data.from, series.x)] + channel(0, words.data.to)
        + [.numbers(words.axis(figure.yLabel) ?? words.data.count, series.y)]
    case .band: return [x, .numbers(words.data.lower, series.y)] + channel(0, words.data.upper)
    case .vectors: return [x, y] + channel(0, "Δ" + xName) + channel(1, "Δ" + yName)
    case .arrow: return [x, y] + channel(0, "→ " + xName) + channel(1, "→ " + yName)
    case .text: return [x, y, .texts(words.data.text, series.texts)]
    case .horizontal: return [y]
    case .vertical: return [x]
    }
  }

  private var xName: String { words.axis(figure.xLabel) ?? "x" }
  private var yName: String { words.axis(figure.yLabel) ?? "y" }

  // MARK: Fields

  /// A column for each abscissa, a row for each ordinate.
  private func table(of field: Field, _ cells: Int) -> FigureData {
    let side = max(2, Int(Double(cells).squareRoot()))
    let step = Self.step(max(field.x.count, field.y.count), atMost: side)
    let columns = Array(stride(from: 0, to: field.x.count, by: step))
    let rows = Array(stride(from: 0, to: field.y.count, by: step))
    let digits = Self.digits(of: field.values)
    let (xs, ys) = (
      places(field.x, figure.x.names, field), places(field.y, figure.y.names, field)
    )
    let heads = FigureData.Column(
      name: "\(yName) \\ \(xName)", isNumeric: figure.y.names.isEmpty, texts: rows.map { ys[$0] })
    return FigureData(
      name: field.name.onOneLine(limit: 40),
      columns: [heads]
        + columns.map { column in
          FigureData.Column(
            name: xs[column], isNumeric: true,
            texts: rows.map { words.number(field.value(column, $0), digits: digits) })
        },
      hasRowNames: true,
      omission: step == 1
        ? nil : Words.filled(words.data.sampledField, "\(step)", "\(field.y.count)", "\(field.x.count)"))
  }

  /// The names of rows or columns: those of cells, numbers otherwise.
  private func places(_ numbers: [Double], _ names: [String], _ field: Field) -> [String] {
    if field.style.hasCells, names.count == numbers.count { return names.map { $0.onOneLine(limit: 40) } }
    let digits = Self.digits(of: numbers)
    return numbers.map { words.number($0, digits: digits) }
  }

  // MARK: Room

  /// The distance of the rows that are kept of `count`, so that there are at most so many.
  private static func step(_ count: Int, atMost most: Int) -> Int { max(1, (count + most - 1) / most) }

  /// How many digits the numbers of one column have: four, or as many more as tell their extremes apart.
  private static func digits(of numbers: [Double]) -> Int {
    let finite = numbers.filter(\.isFinite)
    return DecimalNumber.digits(tellingApart: finite.min() ?? 0, finite.max() ?? 0, atLeast: 4)
  }
}
