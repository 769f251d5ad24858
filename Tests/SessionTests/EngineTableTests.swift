import Diagnostics
import Testing

@testable import Session

/// Tables that cells put together; `WitnessTests` compares them with what the real compiler prints.
@Suite struct EngineTableTests {
  private func outputs(_ text: String) -> [Output] {
    let outcome = Engine().run(SourceText(name: "cell", text: text))
    #expect(outcome.errors.map(\.message) == [])
    return outcome.outputs
  }

  private func table(_ text: String) throws -> ValueTable {
    let tables = outputs(text).compactMap { if case .table(let table) = $0 { table } else { nil } }
    #expect(tables.count == 1)
    return try #require(tables.first)
  }

  private let points = """
    struct Point { let name: String; let x: Double; let count: Int }
    let points = [Point(name: "a", x: 9.995, count: 7), Point(name: "b c", x: -0.001, count: 120)]

    """

  @Test func structuresReadColumnByColumn() throws {
    let found = try table(
      points
        + """
        Table(points).column("name", \\.name).column("x", digits: 2) { $0.x }.column("half") { Double($0.count) / 2 }
        """)
    #expect(found.columns.map(\.name) == ["name", "x", "half"])
    #expect(found.columns.map(\.isNumeric) == [false, true, true])
    #expect(found.rows == [["a", "9.99", "3.5"], ["b c", "0.00", "60.0"]])
    #expect(found.isResult && !found.hasRowNames && found.omittedRows == 0 && found.caption == "")
    #expect(
      found.text == """
        name     x  half
        a     9.99   3.5
        b c   0.00  60.0
        """)
  }

  @Test func optionsSayWhatIsShown() throws {
    let found = try table(
      points + "Table(points).column(\"n\", \\.count).rows(upTo: 1).caption(\"Two\\npoints\").show()")
    #expect(found.caption == "Two points" && found.omittedRows == 1 && !found.isResult)
    #expect(found.text == "Two points\nn\n7\n… 1 more row")
  }

  @Test(arguments: [
    ("[\"b\": 2.5, \"a\": 10]", "key  value\na     10.0\nb      2.5"),
    (
      "[\"b\": 1, \"a\": 2], key: \"letter\", value: \"times\"", "letter  times\na           2\nb           1"
    ),
    ("values: [0.5, -12]", "index  value\n    0    0.5\n    1  -12.0"),
    ("values: [0.5, 2], name: \"y\", digits: 0", "index  y\n    0  0\n    1  2"),
    ("values: [1e300, Double.nan, -Double.infinity], digits: 1", nil),
    ("matrix: [[1, 2], [3, 40]], digits: 0", "   0   1\n0  1   2\n1  3  40"),
    (
      "matrix: [[1, 2]], rowNames: [\"a\"], columnNames: [\"u\", \"v\"]", "     u    v\na  1.0  2.0"
    ),
  ])
  func knownValuesHaveTheirColumns(arguments: String, text: String?) throws {
    let found = try table("Table(\(arguments))")
    #expect(found.hasRowNames)
    if let text { #expect(found.text == text) }
    #expect(found.rows.allSatisfy { $0.count == found.columns.count })
  }

  @Test func tablesStandAmongTextInOrder() {
    let found = outputs(
      "let t = Table(values: [1])\nprint(1)\nt.show()\nprint(t)\nFigure().line([1, 2]).show()\nt")
    let kinds = found.map { output in
      switch output {
      case .text: "text"
      case .table(let table): table.isResult ? "result" : "table"
      case .figure: "figure"
      case .value, .formula: "other"
      }
    }
    #expect(kinds == ["text", "table", "text", "figure", "result"])
    #expect(found[2] == .text("index  value\n    0    1.0\n"))
    let outcome = CellOutcome(outputs: found)
    #expect(outcome.recordedLines.count == 8)
  }

  @Test func aProgramPrintsItsTables() {
    nonisolated(unsafe) var printed = ""
    let engine = Engine { printed += $0 }
    let outcome = engine.run(
      SourceText(name: "program", text: "print(\"a\")\nTable(values: [2]).show()\nprint(\"b\")"),
      mode: .program)
    #expect(outcome.outputs == [] && !outcome.failed)
    #expect(printed == "a\nindex  value\n    0    2.0\nb\n")
  }

  @Test func aProgramMayHaveATypeOfThatName() {
    let found = outputs("struct Table { let a: Int }\nTable(a: 1)")
    #expect(found == [.value("main.Table(a: 1)")])
  }

  @Test(arguments: [
    ("Table([1, 2])", "this table has no columns: add them with 'column'"),
    ("Table([1]).column(\"a\", digits: 18) { _ in 1 }", "a table shows 0 to 17 'digits': here are 18"),
    ("Table([1]).rows(upTo: -1)", "'rows(upTo:)' needs a number that is not negative: here is -1"),
    ("Table(matrix: [[1, 2], [3]])", "a matrix has rows of one length: row 0 has 2 numbers, row 1 has 1"),
    (
      "Table(matrix: [[1, 2]], rowNames: [\"a\", \"b\"])",
      "a matrix needs a name for each row: here are 2 names for 1 rows"
    ),
    (
      "Table(matrix: [[1, 2]], columnNames: [\"a\"])",
      "a matrix needs a name for each column: here are 1 names for 2 columns"
    ),
    (
      "_showTable(\"\", \"\", [\"a\", \"b\", \"c\"], [true, false], false, 0, false)",
      "this table holds what none of its methods puts there"
    ),
    (
      "_showTable(\"\", \"\", [], [], false, 0, false)",
      "this table holds what none of its methods puts there"
    ),
    (
      "_showTable(\"\", \"\", [\"a\"], [true], false, -1, false)",
      "this table holds what none of its methods puts there"
    ),
  ])
  func whatMakesNoSenseStopsTheCell(source: String, message: String) {
    let outcome = Engine().run(SourceText(name: "cell", text: source))
    #expect(outcome.errors.map(\.message) == [message])
    #expect(outcome.errors.map(\.id) == ["trap.fatal"])
  }

  @Test func tablesCountAsPrinted() {
    var limits = Engine.Limits.standard
    limits.printed = 100
    let source = "for i in 0..<10 { Table(values: [1]).show() }"
    let outcome = Engine().run(SourceText(name: "cell", text: source), limits: limits)
    #expect(outcome.errors.map(\.id) == ["limit.printed"])
    #expect(outcome.outputs.count == 3)
    let empty = "Table(Array(repeating: \"\", count: 101)).column(\"\") { $0 }"
    #expect(
      Engine().run(SourceText(name: "cell", text: empty + ".rows(upTo: 20)"), limits: limits).errors.isEmpty)
    let full = Engine().run(SourceText(name: "cell", text: empty + ".rows(upTo: 60)"), limits: limits)
    #expect(full.errors.map(\.id) == ["limit.printed"])
  }
}
