import Diagnostics
import Testing

@testable import Session

/// Cells one after the other in one scope, those that fail among them.
@Suite struct EngineScopeTests {
  private let engine = Engine()

  /// Runs a cell; its name is its text.
  @discardableResult private func cell(_ text: String) -> CellOutcome {
    engine.run(SourceText(name: text, text: text))
  }

  private func value(_ text: String) -> [Output] { cell(text).outputs }

  @Test func laterCellsSeeEarlierOnes() {
    cell("var count = 1\nlet step = 2.5\nfunc twice(_ x: Double) -> Double { x * 2 }")
    cell("count += 4\nfunc next() -> Double { twice(step) + Double(count) }")
    #expect(value("next()") == [.value("10.0")])
    cell("count = 100")
    #expect(value("next()") == [.value("105.0")])
  }

  @Test func namesMayBeDeclaredAgain() {
    cell("let x = 1\nfunc f() -> Int { x }")
    cell("let x = \"text\"")
    #expect(value("x") == [.value("\"text\"")])
    // What was compiled before keeps what it meant.
    #expect(value("f()") == [.value("1")])
    cell("func f() -> String { x + \"!\" }")
    #expect(value("f()") == [.value("\"text!\"")])
    cell("let x = x + \"?\"")
    #expect(value("x") == [.value("\"text?\"")])
    // But not twice in one cell.
    #expect(cell("let y = 1\nlet y = 2").failed)
  }

  @Test func preludeNamesMayBeDeclaredAgain() {
    cell("func max(_ x: Int, _ y: Int) -> Int { -1 }\nlet pi = 3")
    #expect(value("max(1, 2)") == [.value("-1")])
    #expect(value("[1, 5].max() ?? 0") == [.value("5")])
  }

  @Test func cellThatDoesNotCompileDeclaresNothing() {
    cell("let a = 1")
    #expect(cell("let a = 2\nlet b = 3\nfunc f() -> Int { unknown }").failed)
    #expect(value("a") == [.value("1")])
    #expect(cell("b").errors.map(\.id) == cell("nowhere").errors.map(\.id))
    #expect(cell("f()").failed)
    #expect(value("let b = 7\nb") == [.value("7")])
  }

  @Test func operatorsOfEarlierTypesGoWithTheirCell() {
    cell("struct S { let a: Int }\nfunc == (x: S, y: S) -> Bool { true }")
    #expect(value("extension S: Equatable {}\n[S(a: 1)].contains(S(a: 2))") == [.value("true")])
    #expect(cell("func < (x: S, y: S) -> Bool { x.a < y.b }").failed)
    #expect(cell("extension S: Comparable {}").failed)
    cell("func < (x: S, y: S) -> Bool { x.a < y.a }\nextension S: Comparable {}")
    #expect(value("[S(a: 2), S(a: 1)].min()!.a") == [.value("1")])
  }

  @Test func cellThatDoesNotParseDeclaresNothing() {
    #expect(cell("let a = (1").failed)
    #expect(cell("a").failed)
    #expect(value("let a = 2\na") == [.value("2")])
  }

  @Test func cellsAfterATrapStillRun() {
    cell("var list = [1, 2, 3]\nvar total = 10")
    let failed = cell("total += 1\nprint(total)\nlet late = list[7]\ntotal += 1")
    #expect(failed.outputs == [.text("11\n")])
    #expect(failed.errors.map(\.id) == ["trap.index"])
    #expect(value("total") == [.value("11")])
    #expect(value("list") == [.value("[1, 2, 3]")])
  }

  @Test func variablesOfACellThatTrapsAreNotThere() {
    #expect(cell("let early = [1]\nlet failed = early[1]\nlet late = [2]").failed)
    // `late` was never given its value: it must not be read.
    #expect(cell("late").failed)
    #expect(cell("failed").failed)
    #expect(value("let late = [3]\nlate") == [.value("[3]")])
  }

  @Test func trapInAnExpressionLeavesItsVariableAsItWas() {
    cell("var x = Int.max\nvar list = [Int.max]\nvar small = 1")
    #expect(cell("x += 1").errors.map(\.id) == ["trap.overflow"])
    #expect(value("x == Int.max") == [.value("true")])
    #expect(cell("x = x * 2").errors.map(\.id) == ["trap.overflow"])
    #expect(value("x == Int.max") == [.value("true")])
    #expect(cell("list[0] += 1").errors.map(\.id) == ["trap.overflow"])
    #expect(value("list[0] == Int.max") == [.value("true")])
    #expect(cell("small /= small - 1").errors.map(\.id) == ["trap.division"])
    #expect(value("small") == [.value("1")])
  }

  @Test func variablesLostInAChangeSaySo() {
    cell("var rows = [[1, 2], [3]]\nvar other = [[4]]\nfunc spoil(_ row: inout [Int]) { row[9] = 1 }")
    #expect(cell("spoil(&rows[0])").failed)
    let after = cell("rows")
    // Either the variable is whole, or reading it says why it has no value; nothing else.
    if after.failed {
      #expect(after.errors.first?.message.contains("'rows'") == true)
      #expect(after.outputs.isEmpty)
    } else {
      #expect(after.outputs == [.value("[[1, 2], [3]]")])
    }
    #expect(value("other") == [.value("[[4]]")])
    // It may be declared again.
    #expect(value("var rows = [[5]]\nrows") == [.value("[[5]]")])
  }

  @Test func stoppedHostCallsLeaveWholeValues() {
    cell("var names = [\"a\", \"b\"]\nvar text = \"start\"")
    #expect(cell("text += String(repeating: names[5], count: 2)").failed)
    #expect(cell("names.removeFirst(5)").failed)
    #expect(cell("names.sort { _, _ in names[9] == \"\" }").failed)
    for (name, whole) in [("text", "\"start\""), ("names", "[\"a\", \"b\"]")] {
      let outcome = cell(name)
      #expect(outcome.failed || outcome.outputs == [.value(whole)], "\(name)")
    }
  }

  @Test func trapsNameTheCellOfTheCode() {
    cell("func at(_ list: [Int], _ index: Int) -> Int { list[index] }")
    let failed = cell("at([1], 5)")
    #expect(failed.errors.first?.file == "func at(_ list: [Int], _ index: Int) -> Int { list[index] }")
    #expect(failed.errors.first?.notes.first?.place?.file == "at([1], 5)")
  }

  @Test func onlyTheLastExpressionIsShown() {
    #expect(value("1\n2\n3") == [.value("3")])
    #expect(value("let x = 1") == [])
    #expect(value("print(1)") == [.text("1\n")])
    #expect(value("print(\"a\"); \"b\"; print(\"c\")") == [.text("a\nc\n")])
    #expect(value("") == [])
    #expect(value("// only a comment") == [])
    #expect(engine.run(SourceText(name: "p", text: "1\n2"), mode: .program).outputs == [])
    #expect(engine.run(SourceText(name: "e", text: "1 + 1"), mode: .expression).outputs == [.value("2")])
    for (text, name) in [
      ("Table(values: [1])", "Table"), ("Figure().line([1])", "Figure"),
      ("formula(of: { $0 * 2 })", "Formula"),
    ] {
      let outcome = engine.run(SourceText(name: "e", text: text), mode: .expression)
      #expect(outcome.errors.map(\.id) == ["inline.value"])
      #expect(
        outcome.errors.map(\.message) == ["a '\(name)' cannot stand in a line of text: show it in a cell"])
    }
    for text in ["let z = 1", "1\n2", "", "print(1); 2"] {
      #expect(engine.run(SourceText(name: "e", text: text), mode: .expression).failed, "\(text)")
    }
  }

  @Test func sameCellsGiveTheSame() {
    func outcomes() -> [[Output]] {
      let engine = Engine()
      return [
        "let xs = Array(stride(from: -2.0, through: 2.0, by: 0.25))\nlet ys = xs.map { $0 * $0 }",
        "plot(xs, ys, title: \"t\")", "print(ys.reduce(0, +), xs.sorted { $0 > $1 })",
        "gradient(at: 1.0, 2.0) { $0 * $1 }",
      ].map { engine.run(SourceText(name: "cell", text: $0)).outputs }
    }
    let first = outcomes()
    #expect(first == outcomes())
    #expect(first.map(\.count) == [0, 1, 1, 1])
  }

  @Test func fuelOfTheSameCellIsTheSame() {
    let text = "var s = 0\nfor i in 0..<1000 { s += i }\ns"
    let fuel = Engine().run(SourceText(name: "a", text: text)).fuel
    #expect(fuel == Engine().run(SourceText(name: "b", text: text)).fuel)
    #expect((500...100_000).contains(fuel))
  }

  @Test func printedTextComesAsItIsPrinted() {
    nonisolated(unsafe) var pieces: [String] = []
    let engine = Engine { pieces.append($0) }
    let outcome = engine.run(
      SourceText(name: "p", text: "print(1)\nprint(2, terminator: \"\")\nlet x = [0][1]"), mode: .program)
    #expect(pieces == ["1\n", "2"])
    #expect(outcome.outputs == [])
    #expect(outcome.failed)
  }
}

extension CellOutcome {
  var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }
}
