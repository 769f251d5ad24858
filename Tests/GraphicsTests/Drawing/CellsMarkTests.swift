import Testing

@testable import Graphics

@Suite struct CellsMarkTests {
  @Test(arguments: [(37, 30), (3, 2), (64, 11), (1, 5)])
  func `nothing shows between cells`(columns: Int, rows: Int) throws {
    let field = Field(
      x: (0..<columns).map(Double.init), y: (0..<rows).map(Double.init),
      values: (0..<columns * rows).map { Double($0 % 7) }, levels: [], style: .cells)
    let layout = Layout(Figure(field: field), words: .english)
    var svg = SVGWriter()
    CellsMark.draw(try #require(field), in: layout, to: &svg)

    let width = svg.text.split(separator: "stroke-width=\"").dropFirst().first?.prefix { $0 != "\"" }
    let height = try #require(width.flatMap { Double($0) })
    #expect(height > (layout.bottom - layout.top) / Double(rows) + 0.2)

    var runs: [(start: Double, end: Double)] = []
    for text in svg.text.split(separator: " d=\"").dropFirst() {
      let path = try #require(DrawnPath(text.prefix { $0 != "\"" }))
      for index in path.places.indices.dropFirst()
      where path.commands[path.commands.index(path.commands.startIndex, offsetBy: index)] == "h" {
        runs.append((path.places[index - 1].x, path.places[index].x))
      }
    }
    #expect(runs.count >= rows)
    let starts = Set(runs.map(\.start))
    let gaps = runs.filter { run in
      run.end < layout.right - 0.1
        && !starts.contains { $0 > run.start && (0.2...0.6).contains(run.end - $0) }
    }
    #expect(gaps.isEmpty, "\(gaps.prefix(3))")
    #expect(runs.allSatisfy { $0.end <= layout.right + 0.1 })
  }
}
