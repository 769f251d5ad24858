import Compiler
import Diagnostics
import Lesson

/// A lesson as one Swift program that the real compiler takes: what cells have and it lacks, then the cells in
/// their order, with the value of each last expression printed.
///
/// Cells share one scope, in which nothing is declared twice, so they stand one after the other at the top level.
/// Left out are cells that fail, that are not run, or that need what only Trama has, and cells that depend on
/// those; comments say so in their places.
public struct TangledLesson: Sendable {
  /// One cell or inline cell of the program.
  public struct Part: Sendable {
    /// What messages call it.
    public var name: String
    /// UTF-8 offsets in the lesson of what messages about it point to.
    public var range: Range<Int>
    /// What its output must be.
    public var expected: String
    /// Whether it shows anything, figures included.
    public var showsAnything: Bool
    /// What it shows beyond its text, which nobody compares; nil for nothing.
    public var rest: String?
    /// What it shows for all values of its sliders; none where it has none, or the program takes no arguments.
    public var frames: [Frame]
    /// UTF-8 offsets in the lesson of all of its source.
    var source: Range<Int>
  }

  /// The program.
  public private(set) var text: String
  /// What it prints, in order.
  public private(set) var parts: [Part] = []
  /// What shows something and is left out, with the reason.
  public private(set) var omitted: [(name: String, reason: String)] = []
  /// Whether it takes derivatives, whose last digits depend on the order of sums.
  public private(set) var usesDerivatives = false
  /// Whether it puts figures together.
  private var usesFigures = false
  /// Whether it puts tables together.
  private var usesTables = false
  /// Whether it has a type of its own with the name of tables.
  private var declaresTable = false

  let lesson: Lesson
  private let name: String
  private let marker: String?
  private let refused: [Range<Int>: String]
  /// What cells that are left out declare or may have changed.
  private var lost: Set<String> = []
  /// The names of values so far.
  private var values: Set<String> = []

  /// Tangles a lesson.
  ///
  /// - Parameters:
  ///   - outcome: What the lesson's cells gave here.
  ///   - name: What the program calls the lesson's file; nil for the name that messages show.
  ///   - marker: A line that the program prints before the output of each part; nil for none. A program with marks
  ///     also takes the arguments of frames.
  ///   - refused: The sources of parts that must be left out, with the reasons.
  public init(
    _ outcome: LessonOutcome, named name: String? = nil, marker: String? = nil,
    leavingOut refused: [Range<Int>: String] = [:]
  ) {
    lesson = outcome.lesson
    self.name = name ?? outcome.lesson.source.name
    self.marker = marker
    self.refused = refused
    text = ""
    for count in 0...lesson.cells.count {
      if count > 0 {
        let cell = lesson.cells[count - 1]
        let opening = cell.openingRange(in: lesson)
        if cell.options.eval {
          let result = outcome.cells[cell.index]
          add(
            cell.name, cell.code, at: cell.lineOffsets.first ?? cell.range.lowerBound, opening, cell.range,
            result, marker == nil ? nil : MovedCell(cell, result, in: lesson))
        }
      }
      for cell in lesson.inlineCells where min(cell.cellsBefore, lesson.cells.count) == count {
        add(
          cell.name, cell.code, at: cell.codeOffset, cell.range, cell.range, outcome.inlineCells[cell.index])
      }
    }
    // What was printed before a program stops must not be lost.
    let buffering = marker == nil ? "" : "setvbuf(stdout, nil, _IOLBF, 1 << 16)\n"
    let sliders = parts.contains { !$0.frames.isEmpty } ? MovedCell.declarations : ""
    text =
      Witnessing.prelude(
        derivatives: usesDerivatives, figures: usesFigures, tables: usesTables && !declaresTable) + sliders
      + buffering + text
  }

  private mutating func add(
    _ name: String, _ code: String, at start: Int, _ range: Range<Int>, _ source: Range<Int>,
    _ outcome: CellOutcome, _ moved: MovedCell? = nil
  ) {
    let words = CellWords(code)
    defer { values.formUnion(words.values) }
    let shows = !outcome.outputs.isEmpty || outcome.failed
    if let reason = refused[source] ?? reason(code, words, outcome) {
      if shows { omitted.append((name, reason)) }
      text += "// \(name.onOneLine): left out, \(reason.onOneLine)\n"
      // A cell that does not compile does nothing; any other may have changed what it mentions.
      if !outcome.failed || outcome.stopped {
        lost.formUnion(words.declared)
        lost.formUnion(words.all.intersection(values))
      }
      return
    }
    let printed = PrintedOutputs(outcome.outputs)
    usesTables = usesTables || words.all.contains("Table")
    declaresTable = declaresTable || words.declared.contains("Table")
    usesFigures = usesFigures || words.all.contains("Figure")
    usesDerivatives = usesDerivatives || !words.all.isDisjoint(with: Witnessing.derivatives)
    if let marker { text += "Swift.print(\"\(marker)\")\n" }
    let line = lesson.source.lineIndex(of: start) + 1
    text += "#sourceLocation(file: \(self.name.debugDescription), line: \(line))\n"
    let code = moved?.code ?? code
    text +=
      (printed.showsValue ? LastExpression.wrapped(in: "Swift.debugPrint", code) : code)
      + "\n#sourceLocation()\n" + (moved?.end ?? "")
    parts.append(
      Part(
        name: name, range: range, expected: printed.text, showsAnything: shows, rest: printed.rest,
        frames: moved?.frames ?? [], source: source))
  }

  /// Why a part is left out; nil where it is not.
  private func reason(_ code: String, _ words: CellWords, _ outcome: CellOutcome) -> String? {
    if outcome.failed { return "it fails" }
    if let reason = Witnessing.obstacle(code, words) { return reason }
    guard let name = words.all.intersection(lost).sorted().first else { return nil }
    return "it needs '\(name)' of a cell that is left out"
  }

  /// The source of the part that holds a line of the lesson, from 1; nil where none does.
  public func source(ofLine line: Int) -> Range<Int>? {
    parts.map(\.source).first { source in
      let lines =
        lesson.source.lineIndex(of: source.lowerBound)...lesson.source.lineIndex(of: source.upperBound)
      return lines.contains(line - 1)
    }
  }
}

extension CellOutcome {
  /// Whether it compiled and stopped before its end.
  fileprivate var stopped: Bool {
    diagnostics.contains {
      $0.severity == .error && ($0.id.hasPrefix("trap.") || $0.id.hasPrefix("limit."))
    }
  }
}

extension String {
  fileprivate var onOneLine: String { String(map { $0.isNewline ? " " : $0 }) }
}
