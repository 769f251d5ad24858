import Diagnostics
import Foundation
import Testing

@testable import Session

/// An engine on parts that others have used behaves as one on new parts, whatever those have left behind.
@Suite(.serialized) struct HandOverTests {
  /// A cell and how it is run.
  private struct Run {
    var text: String
    var mode: Engine.Mode
    var limits: Engine.Limits
  }

  private static func outcomes(of lesson: [Run], on parts: EngineParts) -> [String] {
    outcomes(of: lesson, on: Engine(parts: parts, seed: 7))
  }

  private static func outcomes(of lesson: [Run], on engine: Engine) -> [String] {
    lesson.map { run in
      let outcome = engine.run(
        SourceText(name: "cell", text: run.text), mode: run.mode, limits: run.limits)
      return "\(outcome.outputs)\n\(outcome.diagnostics)\n\(outcome.fuel)"
    }
  }

  /// What the programs of the corpus are made of: runs of letters and digits, and single other characters.
  private static func tokens(_ text: String) -> [Substring] {
    var tokens: [Substring] = []
    var rest = text[...]
    while let first = rest.first {
      let token =
        first.isLetter || first.isNumber ? rest.prefix { $0.isLetter || $0.isNumber } : rest.prefix(1)
      tokens.append(token)
      rest = rest[token.endIndex...]
    }
    return tokens
  }

  /// The program with a few tokens deleted, doubled or exchanged.
  private static func mutated(_ text: String, _ generator: inout Generator) -> String {
    var tokens = tokens(text)
    for _ in 0...generator.below(3) where tokens.count > 1 {
      let index = generator.below(tokens.count)
      switch generator.below(3) {
      case 0: tokens.remove(at: index)
      case 1: tokens.insert(tokens[index], at: index)
      default: tokens.swapAt(index, generator.below(tokens.count))
      }
    }
    return tokens.joined()
  }

  private static func lesson(from programs: [String], _ generator: inout Generator) -> [Run] {
    (0...generator.below(3)).map { _ in
      let program = generator.pick(programs)
      var limits = Engine.Limits()
      limits.fuel = generator.below(3) == 0 ? generator.below(3000) : 300_000
      limits.heap = generator.below(6) == 0 ? generator.below(20_000) : 8 << 20
      limits.depth = generator.below(6) == 0 ? generator.below(12) : 500
      limits.printed = generator.below(6) == 0 ? generator.below(40) : 4096
      return Run(
        text: generator.below(2) == 0 ? program : mutated(program, &generator),
        mode: generator.below(2) == 0 ? .cell : .program, limits: limits)
    }
  }

  private static func programs() throws -> [String] {
    let derivatives = try DerivativeCorpusTests.files.map {
      "func check(_ name: String, at x: Double, _ f: @escaping (Double) -> Double) { print(name, derivative(at: x, of: f)) }\n"
        + (try String(contentsOf: Corpus.folder.appending(path: "Derivatives/" + $0), encoding: .utf8))
    }
    return try (Corpus.programs + Corpus.rejected + Corpus.traps).map { try $0.text("main.swift.txt") }
      + derivatives
  }

  @Test func usedPartsAreAsNewOnes() async throws {
    let programs = try Self.programs()
    let rounds = 60
    let (differences, handedOver) = await onLargeStack {
      var generator = Generator(seed: 41)
      var differences: [String] = []
      var handedOver = 0
      var used = EngineParts()
      for _ in 0..<rounds {
        let lesson = Self.lesson(from: programs, &generator)
        let expected = Self.outcomes(of: lesson, on: EngineParts())
        let found = Self.outcomes(of: lesson, on: used)
        for (index, run) in lesson.enumerated() where found[index] != expected[index] {
          differences.append("\(run)\n\(found[index])\nfor\n\(expected[index])")
        }
        if used.forgetCells() { handedOver += 1 } else { used = EngineParts() }
      }
      return (differences, handedOver)
    }
    #expect(differences == [])
    #expect(handedOver > rounds / 2)
  }

  /// What is said of a name that is nearly one of the prelude's does not depend on what was asked for before.
  @Test func suggestionsAreThoseOfANewEngine() {
    let parts = EngineParts()
    func messages(_ text: String) -> [String] {
      Engine(parts: parts).run(SourceText(name: "cell", text: text)).diagnostics.map(\.message)
    }
    let text = "let x: Flaot = 1\nprint(minimise)"
    let first = messages(text)
    #expect(first.map { $0.contains("did you mean 'Float'?") } == [true, false])
    #expect(first.map { $0.contains("did you mean 'minimize'?") } == [false, true])
    #expect(messages("print(Float(1), gradient(at: 2) { x in x * x })") == [])
    #expect(messages(text) == first)
  }

  /// A cell that runs out of memory while the machine makes its characters leaves the rest for the next.
  @Test func charactersOutliveALackOfMemory() {
    for heap in stride(from: 0, through: 20_000, by: 200) {
      let engine = Engine(parts: EngineParts())
      var limits = Engine.Limits()
      limits.heap = heap
      _ = engine.run(SourceText(name: "cell", text: "print(Array(\"a~\"))"), limits: limits)
      let next = engine.run(SourceText(name: "cell", text: "print(Array(\"~z\"))"))
      #expect(next.outputs == [.text("[\"~\", \"z\"]\n")])
    }
  }

  /// Engines of several threads take parts from one shelf.
  @Test func threadsDoNotDisturbEachOther() async throws {
    let programs = try Self.programs()
    let differences = await withTaskGroup(of: [String].self) { group in
      for seed in 0..<4 {
        group.addTask {
          await onLargeStack {
            var generator = Generator(seed: seed)
            var differences: [String] = []
            for _ in 0..<12 {
              let lesson = Self.lesson(from: programs, &generator)
              let found = Self.outcomes(of: lesson, on: Engine(seed: 7))
              if found != Self.outcomes(of: lesson, on: Engine(parts: EngineParts(), seed: 7)) {
                differences.append("\(lesson)")
              }
            }
            return differences
          }
        }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
    #expect(differences == [])
  }

  /// Parts do not grow with the lessons that have used them.
  @Test func partsDoNotGrow() async throws {
    let sizes = await onLargeStack {
      let parts = EngineParts()
      var sizes: [Int] = []
      for lesson in 0..<200 {
        let text = """
          struct P\(lesson): Hashable { var x = \(lesson), y: [Double] = [1] }
          class C\(lesson) { func f() -> Int { \(lesson) } }
          let all: [Any] = [P\(lesson)(), C\(lesson)(), (\(lesson), "a"), [P\(lesson)()]]
          print(all.count, Set([P\(lesson)()]).count, [1, 2].map { $0 + \(lesson) }, gradient(at: 2) { x in x * x })
          """
        let engine = Engine(parts: parts)
        guard !engine.run(SourceText(name: "cell", text: text)).failed, parts.forgetCells(),
          let machine = parts.machine
        else { return [-1] }
        sizes.append(machine.functionCount)
      }
      return sizes
    }
    #expect(sizes.count == 200)
    #expect(sizes.last == sizes[5])
  }
}
