import Diagnostics
import Session
import Testing

/// No text whatever brings the compiler down, or makes it run on.
@Suite(.serialized) struct HostileSourceTests {
  private static let limits: Engine.Limits = {
    var limits = Engine.Limits()
    limits.fuel = 200_000
    limits.heap = 16 << 20
    limits.depth = 500
    limits.printed = 4096
    return limits
  }()

  /// Runs sources one after the other, in fresh engines from time to time; every diagnostic must lie in its text.
  private func survive(_ sources: [String]) async {
    await onLargeStack { Self.runAll(sources) }
  }

  private static func runAll(_ sources: [String]) {
    var engine = Engine()
    for (index, text) in sources.enumerated() {
      if index % 40 == 39 { engine = Engine() }
      let source = SourceText(name: "source \(index)", text: text)
      let outcome = engine.run(source, mode: index % 2 == 0 ? .cell : .program, limits: limits)
      for diagnostic in outcome.diagnostics where diagnostic.file == source.name {
        #expect(diagnostic.range.lowerBound >= 0 && diagnostic.range.upperBound <= text.utf8.count, "\(text)")
        #expect(!diagnostic.message.isEmpty)
      }
    }
    // The engine is still of use.
    #expect(
      engine.run(SourceText(name: "last", text: "[1, 2, 3].map { $0 * 2 }")).outputs == [.value("[2, 4, 6]")])
  }

  @Test func randomBytes() async {
    var generator = Generator(seed: 31)
    var sources: [String] = []
    var refused = 0
    for index in 0..<150 {
      // Printable bytes; any bytes, most of which the source text refuses; and any characters.
      let length = 1 + generator.below(120)
      let bytes = (0..<length).map { _ in
        index % 3 == 0 ? UInt8(generator.below(256)) : UInt8(32 + generator.below(95))
      }
      do throws(Diagnostic) {
        sources.append(try SourceText(name: "bytes", bytes: bytes).text)
      } catch {
        refused += 1
        sources.append(String(decoding: bytes, as: UTF8.self))
      }
    }
    #expect(refused > 0)
    await survive(sources)
  }

  @Test func randomTokens() async {
    var generator = Generator(seed: 32)
    let tokens = [
      "let", "var", "func", "f", "x", "if", "else", "for", "in", "while", "switch", "case", "default",
      "return", "{",
      "}", "(", ")", "[", "]", "<", ">", ",", ":", ";", ".", "?", "!", "=", "==", "->", "...", "..<", "+",
      "-", "&",
      "\"", "\\(", "0", "1.5", "\"s\"", "$0", "nil", "true", "self", "Int", "Double", "[Int]", "inout", "_",
      "#",
      "@", "struct", "class", "enum", "import", "repeat", "break", "continue", "guard", "where", "as", "is",
      "try",
      "throw", "await", "print", "map", "\n", "\n", "\n",
    ]
    await survive(
      (0..<250).map { _ in
        (0..<(1 + generator.below(30))).map { _ in generator.pick(tokens) }.joined(separator: " ")
      })
  }

  @Test func mutatedPrograms() async throws {
    var generator = Generator(seed: 33)
    let programs = try (Corpus.programs + Corpus.traps).map { Array(try $0.text("main.swift.txt").utf8) }
    let sources = (0..<250).map { _ in
      var bytes = generator.pick(programs)
      for _ in 0...generator.below(3) {
        guard bytes.count > 2 else { break }
        let start = generator.below(bytes.count)
        let end = min(bytes.count, start + 1 + generator.below(12))
        switch generator.below(4) {
        case 0: bytes.removeSubrange(start..<end)
        case 1: bytes.insert(contentsOf: bytes[start..<end], at: generator.below(bytes.count))
        case 2: bytes.insert(generator.pick(Array("(){}[]<>?!&.,:=\"$".utf8)), at: start)
        default:
          let other = generator.pick(programs)
          let from = generator.below(other.count)
          bytes.insert(contentsOf: other[from..<min(other.count, from + 40)], at: start)
        }
      }
      return String(decoding: bytes, as: UTF8.self)
    }
    await survive(sources)
  }

  private static func nested(_ open: String, _ middle: String, _ close: String, _ count: Int) -> String {
    String(repeating: open, count: count) + middle + String(repeating: close, count: count)
  }

  private static let deep: [(name: String, text: String)] = [
    ("parentheses", "print(" + nested("(", "1", ")", 20_000) + ")"),
    ("arrays", "print(" + nested("[", "1", "]", 20_000) + ")"),
    ("open braces", String(repeating: "{", count: 20_000)),
    ("open brackets", String(repeating: "[", count: 20_000)),
    ("blocks", nested("if true {\n", "print(1)\n", "}\n", 5_000)),
    ("closures", "let f = " + nested("{ ", "1", " }", 5_000)),
    ("functions", nested("func f() {\n", "", "}\n", 5_000)),
    ("calls", "func f(_ x: Int) -> Int { x }\nprint(" + nested("f(", "1", ")", 5_000) + ")"),
    ("types", "let x: " + nested("[", "Int", "]", 5_000) + " = []"),
    ("optional types", "let x: Int" + String(repeating: "?", count: 5_000) + " = nil"),
    ("function types", "let f: " + String(repeating: "() -> ", count: 5_000) + "Int = { 1 }"),
    ("interpolations", nested("\"\\(", "1", ")\"", 2_000)),
    ("prefix operators", "let t = true\nprint(" + nested("!(", "t", ")", 5_000) + ")"),
    ("choices", "let t = true\nprint(" + String(repeating: "t ? 1 : ", count: 5_000) + "2)"),
    ("a sum", "let x = 1\nprint(" + String(repeating: "x + ", count: 5_000) + "x)"),
    ("a sum of literals", "print(" + String(repeating: "1 + ", count: 5_000) + "1)"),
    ("members", "let x = 1\nprint(x" + String(repeating: ".magnitude", count: 5_000) + ")"),
    ("calls of members", "let x = [1]\nprint(x" + String(repeating: ".dropFirst()", count: 5_000) + ")"),
    ("subscripts", "let x = [1]\nprint(x" + String(repeating: "[0]", count: 5_000) + ")"),
    ("else if", "let x = 1\nif x == 0 {}" + String(repeating: " else if x == 2 {}", count: 5_000)),
    ("a tuple", "let x = (" + String(repeating: "1, ", count: 5_000) + "1)"),
    ("parameters", "func f(" + String(repeating: "_ x: Int, ", count: 5_000) + "_ x: Int) {}"),
    ("text", "let x = \"" + String(repeating: "é", count: 600_000) + "\""),
  ]

  /// What is too deep, too long or too wide has a diagnostic that says so.
  @Test(arguments: deep.map(\.name)) func tooDeep(_ name: String) async throws {
    let text = try #require(Self.deep.first { $0.name == name }?.text)
    let outcome = await onLargeStack { run(text, mode: .cell, limits: Self.limits) }
    #expect(outcome.isRefused)
    #expect(outcome.outputs.isEmpty)
  }

  private static let long: [(name: String, text: String, printed: String)] = [
    ("statements", "var x = 0\n" + String(repeating: "x += 1\n", count: 3_000) + "print(x)", "3000\n"),
    ("array", "print([" + String(repeating: "1, ", count: 3_000) + "1].count)", "3001\n"),
    ("sum", "let x = 1\nprint(" + String(repeating: "x + ", count: 200) + "x)", "201\n"),
    ("text", "print(\"" + String(repeating: "é", count: 100_000) + "\".count)", "100000\n"),
    ("comment", "/* " + String(repeating: "x", count: 500_000) + " */ print(1)", "1\n"),
    (
      "functions", (0..<1000).map { "func f\($0)() -> Int { \($0) }\n" }.joined() + "print(f7() + f999())",
      "1006\n"
    ),
  ]

  /// What is only long, runs.
  @Test(arguments: long.map(\.name)) func onlyLong(_ name: String) async throws {
    let (_, text, printed) = try #require(Self.long.first { $0.name == name })
    let outcome = await onLargeStack { run(text, mode: .program) }
    #expect(outcome.errors.map(\.message) == [])
    #expect(outcome.printed == printed)
  }

  /// Code whose types take a search of exponential length is refused, not searched for ever.
  @Test func hardTypes() async {
    let text = "let x = " + (1...60).map { "\($0) * 1.5 - 2 / (3 + \($0))" }.joined(separator: " + ")
    let outcome = await onLargeStack { run(text, mode: .cell, limits: Self.limits) }
    #expect(!outcome.failed || outcome.isRefused)
  }
}
