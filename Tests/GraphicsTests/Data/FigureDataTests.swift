import Testing

@testable import Graphics

@Suite struct FigureDataTests {
  private func table(_ series: Series, language: String = "en") throws -> FigureData {
    let data = Figure(series: [series]).data(language: language)
    #expect(data.omission == nil)
    #expect(data.tables.count == 1)
    return try #require(data.tables.first)
  }

  /// The names of the columns, then the rows.
  private func dump(_ table: FigureData) -> [String] {
    [table.columns.map(\.name).joined(separator: " | ")]
      + (0..<table.count).map { row in table.columns.map { $0.texts[row] }.joined(separator: " | ") }
  }

  private static let marks: [(Series, [String])] = [
    (Series(x: [0, 1.0 / 3], y: [1, -2]), ["x | y", "0 | 1", "0.3333 | −2"]),
    (Series(x: [1], y: [.nan], mark: .path), ["x | y", "1 | NaN"]),
    (
      Series(x: [1], y: [2], mark: .scatter, channels: [[3], [-.infinity]]),
      ["x | y | colour | size", "1 | 2 | 3 | −∞"]
    ),
    (
      Series(x: [0, 1, 2], y: [5, 6, 7], mark: .bars, texts: ["a\nb", "c"]),
      ["name | y", "a b | 5", "c | 6", "3 | 7"]
    ),
    (
      Series(x: [0, 1], y: [2, 3], mark: .histogram, channels: [[1, 2]]),
      ["from | to | count", "0 | 1 | 2", "1 | 2 | 3"]
    ),
    (Series(x: [0], y: [1], mark: .band, channels: [[2]]), ["x | lower end | upper end", "0 | 1 | 2"]),
    (Series(x: [0], y: [1], mark: .vectors, channels: [[2], [3]]), ["x | y | Δx | Δy", "0 | 1 | 2 | 3"]),
    (Series(x: [0], y: [1], mark: .arrow, channels: [[2], [3]]), ["x | y | → x | → y", "0 | 1 | 2 | 3"]),
    (Series(x: [0], y: [1], mark: .text, texts: ["here"]), ["x | y | text", "0 | 1 | here"]),
    (Series(x: [0], y: [1], mark: .horizontal), ["y", "1"]),
    (Series(x: [0], y: [1], mark: .vertical), ["x", "0"]),
  ]

  @Test(arguments: Self.marks) func `every mark has its columns`(series: Series, expected: [String]) throws {
    #expect(dump(try table(series)) == expected)
  }

  @Test func `every mark is tried`() {
    #expect(Set(Self.marks.map(\.0.mark)) == Set(Mark.allCases))
  }

  @Test func `numbers that differ are written differently`() throws {
    let found = try table(Series(x: [0, 1, 2], y: [100_000.25, 100_000.5, 100_000.25]))
    #expect(found.columns[1].texts[0] != found.columns[1].texts[1])
  }

  @Test func `axes name columns and series are numbered`() {
    let series = Series(x: [0], y: [1])
    let figure = Figure(xLabel: "epoch", yLabel: "loss", series: [series, Series(name: "b", x: [1], y: [2])])
    let tables = figure.data(language: "es").tables
    #expect(tables.map(\.name) == ["Serie 1", "b"])
    #expect(tables.map { $0.columns.map(\.name) } == [["epoch", "loss"], ["epoch", "loss"]])
  }

  @Test func `lines over the same places share a table`() throws {
    let lines = ["a", "", "c"].enumerated().map { index, name in
      Series(name: name, x: [0, 1], y: [Double(index), 5])
    }
    let others = [Series(x: [0, 1], y: [0, 0], mark: .scatter), lines[0]]
    let tables = Figure(yLabel: "loss", series: lines + others).data(language: "fr").tables
    #expect(tables.map(\.series) == [3, 1, 1])
    #expect(tables[0].name == "loss")
    #expect(dump(tables[0]) == ["x | a | Série 2 | c", "0 | 0 | 1 | 2", "1 | 5 | 5 | 5"])
    let many = Figure(series: Array(repeating: lines[0], count: 100)).data(language: "en")
    #expect(many.tables.map(\.series) == Array(repeating: 8, count: 8))
    #expect(many.omission == "And 36 more series")
  }

  @Test func `long data are sampled and say it`() throws {
    let numbers = (0..<1_000).map(Double.init)
    let found = try table(Series(x: numbers, y: numbers))
    #expect(found.count == 112 && found.omission == "One row in 9, of 1000")
    #expect(found.columns[0].texts.prefix(3) == ["0", "9", "18"])
    #expect(
      try table(Series(x: numbers, y: numbers), language: "fr").omission
        == "Une ligne sur 9, de 1000 au total")
  }

  @Test func `fields have their abscissae as columns`() throws {
    let field = try #require(
      Field(name: "f", x: [0, 1], y: [0, 1, 2], values: [1, 2, 3, 4, 5, 6], levels: []))
    let found = try #require(Figure(xLabel: "a", field: field).data(language: "en").tables.first)
    #expect(dump(found) == ["y \\ a | 0 | 1", "0 | 1 | 2", "1 | 3 | 4", "2 | 5 | 6"])
    #expect(found.hasRowNames && found.omission == nil && found.name == "f")
  }

  @Test func `cells have the names of their rows and columns`() throws {
    let field = try #require(
      Field(x: [0, 1], y: [0, 1], values: [1, 2, 3, 4], levels: [], style: .annotatedCells))
    var figure = Figure(field: field)
    figure.x.names = ["cat", "dog"]
    figure.y.names = ["Cat", "Dog"]
    let found = try #require(figure.data(language: "en").tables.first)
    #expect(dump(found) == ["y \\ x | cat | dog", "Cat | 1 | 2", "Dog | 3 | 4"])
    #expect(found.columns.map(\.isNumeric) == [false, true, true])
  }

  @Test func `panels stand before the names`() {
    var figure = Figure()
    figure.panels = [
      Figure(title: "Left", series: [Series(x: [0], y: [1])]),
      Figure(series: [Series(name: "b", x: [0], y: [1])]),
    ]
    #expect(
      figure.data(language: "en").tables.map(\.name) == ["Panel 1, Left:", "Panel 2, Line chart: b"])
  }

  /// However much a figure holds, its tables stay small.
  @Test func `the tables of any figure are bounded`() throws {
    let numbers = (0..<3_000).map { Double($0) * -1.0e-300 / 7 }
    let long = String(repeating: "Ω", count: 1_000)
    var figure = Figure(xLabel: long, yLabel: long)
    figure.series = (0..<200).map {
      Series(
        name: long, x: numbers, y: numbers, mark: $0.isMultiple(of: 2) ? .bars : .vectors,
        channels: [numbers, numbers], texts: numbers.map { _ in long })
    }
    figure.field = Field(
      x: Array(numbers.prefix(60).reversed()), y: Array(numbers.prefix(60).reversed()),
      values: Array(repeating: 1e-300 / 3, count: 3_600), levels: [])
    let data = figure.data(language: "fr")
    #expect(data.tables.count == 8)
    #expect(data.omission == "Et 193 autres séries")
    let texts = data.tables.flatMap { [$0.name] + $0.columns.flatMap { [$0.name] + $0.texts } }
    #expect(texts.count < 330 && texts.reduce(0) { $0 + $1.count } < 9_000)
    #expect(Figure().data(language: "en").tables == [])
  }
}
