import Diagnostics
import Testing

@testable import Compiler
@testable import Session

/// An engine that takes over the parts of another is as good as new.
struct EnginePartsTests {
  private func run(_ text: String, _ engine: Engine) -> CellOutcome {
    engine.run(SourceText(name: "cell", text: text))
  }

  /// Whether another engine may have the parts of one that has run some cells.
  private func handedOver(after cells: [String]) -> Bool {
    let parts = EngineParts()
    let first = Engine(parts: parts)
    for cell in cells { _ = run(cell, first) }
    return parts.forgetCells()
  }

  @Test func partsAreHandedOver() {
    #expect(handedOver(after: ["print([1, 2].map { $0 + 1 }, \"a\")"]))
    #expect(handedOver(after: ["struct P: Hashable { var x = 1 }", "print(Set([P()]), [P(): 2])"]))
    #expect(handedOver(after: ["class A { deinit { print(1) } }", "let a: Any = A(); print(a is String)"]))
    #expect(handedOver(after: ["let x = [1][2]"]))
    #expect(handedOver(after: ["let x: Int = \"a\""]))
    #expect(
      handedOver(after: ["protocol P { func f() }\nextension P { func f() {} }\nstruct S: P {}\nS().f()"]))
    #expect(handedOver(after: ["print(gradient(at: 2) { x in x * x })"]))
    #expect(
      handedOver(after: [
        "func h(_ x: Double, _ y: Double) -> Double { x * x + y * y }",
        "print(minimize(h, from: (1, 1), using: BFGS(), steps: 9), steps(of: h), hessian(at: 1, 2, of: h))",
        "print(pullback(at: [1.0, 2.0]) { v in [v[0] * v[1]] }([2.0]), gradient(at: [[1.0]], 2.0) { a, b in a[0][0] * b })",
      ]))
    #expect(!handedOver(after: ["func f<T>(_ x: T) { f([x]) }\nf(1)"]))
  }

  /// What cells declare holds itself in circles, which forgetting them breaks.
  @Test(arguments: [
    "func f(_ n: Int) -> Int { n < 2 ? 1 : n * f(n - 1) }\nprint(f(5))",
    "struct P { var x = 1; var twice: Int { 2 * x }; func again() -> P { again() } }\nvar p = P()\np.twice",
    "class A { var next: A?; lazy var n = 3; deinit {} }\nclass B: A { override init() {} }\nlet b = B()",
    "indirect enum E { case leaf, node(E); var depth: Int { if case .node(let e) = self { e.depth + 1 } else { 0 } } }",
    "protocol Q { func f() }\nextension Q { func f() { f() } }\nstruct S: Q { struct T { func g() { g() } } }",
    "@propertyWrapper struct W { var wrappedValue: Int }\nstruct V { @W var x = 1 }\nV().x",
  ])
  func whatCellsDeclareIsFreed(_ cell: String) {
    let parts = EngineParts()
    weak var scope: Scope?
    do {
      let engine = Engine(parts: parts)
      #expect(!run(cell, engine).failed)
      scope = parts.compiler.declaredScope
      #expect(scope != nil)
      _ = run("1", engine)
    }
    #expect(parts.forgetCells())
    #expect(scope == nil)
  }

  @Test func partsWithTracesOfCellsAreNot() {
    #expect(!handedOver(after: ["extension Int { var twice: Int { 2 * self } }"]))
    #expect(!handedOver(after: ["extension [Double] { func mean() -> Double { 0 } }"]))
    #expect(!handedOver(after: ["protocol P {}", "extension Array: P {}"]))
  }

  /// Cells that leave as much as they can, and what a lesson after them prints.
  @Test func nothingOfTheCellsBeforeIsSeen() {
    let lesson = [
      "struct P: Hashable, Comparable { var a = 1; static func < (l: P, r: P) -> Bool { l.a < r.a } }",
      "enum E: CaseIterable { case a, b }\nclass A { var s: String { \"A\" } }\nclass B: A { override var s: String { \"B\" } }",
      "let all: [Any] = [1, \"two\", P(), E.a, A(), B(), [P(a: 2)], [\"k\": E.b]]\nprint(all.map { \"\\($0)\" })",
      "print([P(a: 3), P(a: 2)].sorted(), Set([P(), P()]), (all[5] as? A)?.s ?? \"\", all.compactMap { $0 as? Int })",
      "print(Double.random(in: 0...1), max(2, 3), type(of: all[2]), E.allCases)",
    ]
    let others = [
      [
        "class A { var t = 2 }; class C: A {}",
        "let x: [Any] = [C(), 2.5, [C()], (1, 2)]; print(x, type(of: x[0]))",
      ],
      [
        "protocol Q { func q() -> Int }; struct P: Q { func q() -> Int { 7 } }",
        "let q: any Q = P(); print(q.q(), [q])",
      ],
      [
        "func max(_ a: Int, _ b: Int) -> Int { -1 }; print(max(2, 3))",
        "let big = Array(repeating: \"x\", count: 9); print(big)",
      ],
      ["infix operator <>: AdditionPrecedence\nfunc <> (l: Int, r: Int) -> Int { l - r }\nprint(9 <> 4)"],
      ["func f(_ n: Int) -> Int { [n][n] }", "print(f(3))", "let s = \"lost\" + [\"a\"][4]"],
    ]
    func outcomes() -> [String] {
      let engine = Engine()
      return lesson.map { cell in
        let outcome = run(cell, engine)
        return "\(outcome.outputs) \(outcome.diagnostics) \(outcome.fuel)"
      }
    }
    let expected = outcomes()
    for other in others {
      let parts = EngineParts()
      do {
        let engine = Engine(parts: parts)
        for cell in other { _ = run(cell, engine) }
      }
      #expect(parts.forgetCells())
      let engine = Engine(parts: parts)
      let found = lesson.map { cell in
        let outcome = run(cell, engine)
        return "\(outcome.outputs) \(outcome.diagnostics) \(outcome.fuel)"
      }
      #expect(found == expected)
    }
    #expect(outcomes() == expected)
  }

  /// A cell whose functions cannot all be emitted leaves none of them half made.
  @Test func aCellThatCannotBeEmittedLeavesNothing() {
    let engine = Engine()
    let refused = run(
      "func f<T>(_ x: T) { f([x]) }\nprint([3].map { $0 + 1 }, Set([2]).sorted()); f(1)", engine)
    #expect(refused.diagnostics.map(\.id) == ["limit.functions"])
    let next = run("let a: Any = [3].map { $0 + 1 }; print(a, Set([2]).sorted(), [4].map { $0 + 1 })", engine)
    #expect(next.outputs == [.text("[4] [2] [5]\n")])
  }
}
