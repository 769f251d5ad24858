import Diagnostics
import Testing

@testable import Session

/// Each limit ends a cell with words that name the option which raises it, and leaves the engine of use.
@Suite struct EngineLimitTests {
  private static let small: Engine.Limits = {
    var limits = Engine.Limits()
    limits.fuel = 1_000_000
    limits.heap = 1 << 20
    limits.depth = 100
    limits.printed = 1000
    return limits
  }()

  private static let hungry: [(id: String, option: String, text: String)] = [
    ("limit.fuel", "fuel: ", "while true {}"),
    ("limit.fuel", "fuel: ", "var x = 0\nwhile x >= 0 { x = (x + 1) % 7 }"),
    ("limit.fuel", "fuel: ", "for i in 0..<Int.max { let y = i }"),
    ("limit.fuel", "fuel: ", "print((0..<1_000_000).map { $0 % 3 }.reduce(0, +))"),
    ("limit.fuel", "fuel: ", "repeat {} while true"),
    ("limit.heap", "heap: ", "var a = [0.0]\nwhile true { a += a }"),
    ("limit.heap", "heap: ", "var s = \"some text that is long enough\"\nwhile true { s += s }"),
    ("limit.heap", "heap: ", "String(repeating: \"x\", count: 1 << 40)"),
    ("limit.depth", "depth: ", "func f(_ x: Int) -> Int { f(x + 1) + 1 }\nf(0)"),
    ("limit.depth", "depth: ", "func f(_ x: Int) -> Int { [x].map { f($0) }[0] }\nf(0)"),
    ("limit.printed", "printed: ", "for i in 0..<1000 { print(i) }"),
    ("limit.printed", "printed: ", "print(String(repeating: \"x\", count: 2000))"),
  ]

  @Test(arguments: hungry.indices) func limitsEndCells(_ index: Int) {
    let (id, option, text) = Self.hungry[index]
    let engine = Engine()
    let outcome = engine.run(SourceText(name: "cell", text: text), limits: Self.small)
    #expect(outcome.errors.map(\.id) == [id])
    #expect(outcome.errors.first?.message.contains("//| " + option) == true)
    #expect(outcome.errors.first?.file == "cell")
    #expect(engine.run(SourceText(name: "next", text: "1 + 1"), limits: Self.small).outputs == [.value("2")])
  }

  @Test func theSameCellRunsWithMore() {
    let text = "func f(_ x: Int) -> Int { x == 0 ? 0 : f(x - 1) + 1 }\nf(5000)"
    let source = SourceText(name: "cell", text: text)
    var limits = Self.small
    #expect(Engine().run(source, limits: limits).errors.map(\.id) == ["limit.depth"])
    limits.depth = 6000
    limits.fuel = 10_000_000
    #expect(Engine().run(source, limits: limits).outputs == [.value("5000")])
  }

  @Test func fuelIsOfTheCell() {
    let engine = Engine()
    // Together they would use up more than a cell has.
    for _ in 0..<5 {
      let outcome = engine.run(
        SourceText(name: "cell", text: "var s = 0\nfor i in 0..<300_000 { s += i }\ns"), limits: Self.small)
      #expect(outcome.outputs == [.value("44999850000")])
      #expect((250_000...900_000).contains(outcome.fuel))
    }
  }

  @Test func heapIsOfTheLesson() {
    let engine = Engine()
    let keep = "let name = Array(repeating: 0.0, count: 40_000)"
    let names = ["a", "b", "c", "d"]
    var limits = Self.small
    limits.fuel = 100_000_000
    let failed = names.map { name in
      engine.run(SourceText(name: name, text: keep.replacing("name", with: name)), limits: limits).failed
    }
    #expect(failed.last == true)
    #expect(failed.first == false)
  }

  @Test func recordingHasALimit() {
    let text = """
      func f(_ x: Double) -> Double {
        var y = x
        while true { y = y * 1.0000001 }
        return y
      }
      derivative(at: 1.0, of: f)
      """
    let outcome = Engine().run(SourceText(name: "cell", text: text), limits: Self.small)
    #expect(["limit.fuel", "limit.tape", "limit.heap"].contains(outcome.errors.first?.id))
  }
}
