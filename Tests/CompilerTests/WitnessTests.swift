import Compiler
import Diagnostics
import Foundation
import Lesson
import Session
import SwiftParser
import SwiftSyntax
import Testing

/// The real compiler prints what the corpus expects and what the lessons show.
///
/// Takes every third program; `TRAMA_WITNESS=all` takes all.
@Suite(
  .serialized, .enabled(if: Witness.compiler != nil, "no 'swiftc' on the path to compare with"))
struct WitnessTests {
  @Test func programsPrintTheSame() throws {
    let witness = try Witness(#require(Witness.compiler))
    defer { witness.remove() }
    let programs = Corpus.programs.enumerated()
      .filter { Witness.isThorough || $0.offset % 3 == 0 }.map(\.element)
    let outputs = inPairs(programs) { program in
      Result {
        try witness.output(of: try program.text("main.swift.txt"), options: ["-lm"])
      }
    }
    for (program, output) in zip(programs, outputs) {
      switch output {
      case .success(let printed):
        #expect(printed == (try program.text("expected.txt")), "\(program.name)")
      case .failure(let error): Issue.record(error, "\(program.name)")
      }
    }
  }

  @Test func mistakesAreRefusedAtTheSameLines() throws {
    let witness = try Witness(#require(Witness.compiler))
    defer { witness.remove() }
    let mistakes = try MistakesTests.subjects.flatMap {
      try Mistake.all(in: MistakesTests.folder.appending(path: $0 + ".txt"))
    }.enumerated().filter { Witness.isThorough || $0.offset % 8 == 0 }.map(\.element)
    let lines = inPairs(mistakes) { mistake in Result { try witness.firstErrorLine(of: mistake.program) } }
    for (mistake, line) in zip(mistakes, lines) {
      let ours = mistake.answer.compactMap { answer in
        answer.hasPrefix("-- ") ? Int(answer.dropFirst(3).prefix(while: \.isNumber)) : nil
      }.min()
      #expect(try line.get() == ours, "\(mistake.program)")
    }
  }

  @Test(arguments: LessonProgram.lessons) func lessonsShowTheSame(_ lesson: URL) throws {
    let witness = try Witness(#require(Witness.compiler))
    defer { witness.remove() }
    let program = LessonProgram(try LessonProgram.lesson(at: lesson))
    let printed = try witness.output(of: program.text, options: ["-lm"])
    let parts = printed.components(separatedBy: LessonProgram.marker + "\n").dropFirst()
    #expect(parts.count == program.expected.count)
    for (part, (name, expected)) in zip(parts, program.expected) {
      #expect(part == expected, "\(name)")
    }
  }
}

/// A lesson as one program: a shim for what the real compiler lacks, then the cells in order.
struct LessonProgram {
  /// The program.
  let text: String
  /// What each cell and inline cell shows here, figures aside.
  let expected: [(name: String, text: String)]

  static let marker = "@@ the next cell @@"

  /// The folder of the course.
  static let course = Corpus.folder.deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "notebooks")

  /// Lessons about what the real compiler does not have; `DerivativeTests` and `DescentTests` stand for it.
  private static let ours: Set<String> = ["derivatives.md"]
  /// Calls of the same in other lessons: cells with them are left out, so what they declare is not used by others.
  private static let ourCalls = ["formula(", "steps(", "equality(", "minimize("]

  /// The lessons of the course that the real compiler can run.
  static let lessons: [URL] = {
    let paths = FileManager.default.enumerator(atPath: course.path)?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix(".md") }.sorted().map { course.appending(path: $0) }
      .filter { !ours.contains($0.lastPathComponent) }
  }()

  static func lesson(at file: URL) throws -> Lesson {
    Lesson(
      parsing: try SourceText(name: file.lastPathComponent, bytes: Array(try Data(contentsOf: file))))
  }

  init(_ lesson: Lesson) {
    let outcome = LessonRun(lesson).outcome()
    var text = Self.shim + FigureDeclarations.source
    // Others may have a type of that name.
    if outcome.cells.contains(where: \.showsTable) { text += TableDeclarations.source }
    text += FigureDeclarations.tangents.replacing("@differentiable(reverse) ", with: "")
    var expected: [(name: String, text: String)] = []
    func add(_ name: String, _ code: String, _ outcome: CellOutcome) {
      if Self.ourCalls.contains(where: code.contains) { return }
      let showsValue = outcome.outputs.contains {
        switch $0 {
        case .value: true
        case .table(let table): table.isResult
        case .text, .figure, .formula: false
        }
      }
      text += "print(\"\(Self.marker)\")\n" + (showsValue ? Self.showingLast(code) : code) + "\n"
      expected.append((name, outcome.failed ? "it fails" : outcome.printed))
    }
    for count in 0...lesson.cells.count {
      if count > 0, lesson.cells[count - 1].options.eval, !lesson.cells[count - 1].options.error {
        let cell = lesson.cells[count - 1]
        add("cell \(count)", cell.code, outcome.cells[cell.index])
      }
      for cell in lesson.inlineCells where cell.cellsBefore == count {
        add("inline cell '\(cell.code)'", cell.code, outcome.inlineCells[cell.index])
      }
    }
    self.text = text
    self.expected = expected
  }

  /// The cell with its last expression given to `debugPrint`.
  private static func showingLast(_ code: String) -> String {
    guard let last = Parser.parse(source: code).statements.last else { return code }
    let start = last.positionAfterSkippingLeadingTrivia.utf8Offset
    let end = last.endPositionBeforeTrailingTrivia.utf8Offset
    let bytes = Array(code.utf8)
    return String(decoding: bytes[..<start], as: UTF8.self) + "debugPrint("
      + String(decoding: bytes[start..<end], as: UTF8.self) + ")"
      + String(decoding: bytes[end...], as: UTF8.self)
  }

  /// Figures show nothing. Derivatives are central differences, whose error is far below the last of the six
  /// decimals kept; the lessons take them where they have few decimals.
  private static let shim = """
    #if canImport(Glibc)
    import Glibc
    #else
    import Darwin
    #endif
    func plot(_ xs: [Double], _ ys: [Double], title: String = "", x: String = "", y: String = "") {}
    func plot(
      _ f: (Double) -> Double, over range: ClosedRange<Double>, title: String = "", x: String = "", y: String = ""
    ) {}
    func derivative(at x: Double, of f: (Double) -> Double) -> Double {
      let h = 1e-5
      return ((f(x + h) - f(x - h)) / (2 * h) * 1e6).rounded() / 1e6 + 0
    }
    func gradient(at x: Double, of f: (Double) -> Double) -> Double { derivative(at: x, of: f) }
    func gradient(at x: Double, _ y: Double, of f: (Double, Double) -> Double) -> (Double, Double) {
      (derivative(at: x) { f($0, y) }, derivative(at: y) { f(x, $0) })
    }
    func gradient(
      at x: Double, _ y: Double, _ z: Double, of f: (Double, Double, Double) -> Double
    ) -> (Double, Double, Double) {
      (derivative(at: x) { f($0, y, z) }, derivative(at: y) { f(x, $0, z) }, derivative(at: z) { f(x, y, $0) })
    }

    """
}
