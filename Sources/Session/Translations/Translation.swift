import Diagnostics
import Lesson

/// A lesson and the one that it translates: both must hold the same cells, inline cells and formulas.
///
/// Cells are compared token by token (see `CellTokens`), formulas as `NormalisedTeX`. Inline cells and formulas
/// may come in another order, as sentences of another language have them. Recordings are not compared, since
/// each is checked by its own lesson's run.
///
/// The ids: `translation.missing`, `translation.extra`, `translation.differs` and `translation.option`.
public struct Translation: Sendable {
  private let lesson: Lesson
  private let original: Lesson

  /// A translation; call on a thread with a deep stack.
  public init(_ lesson: Lesson, of original: Lesson) {
    self.lesson = lesson
    self.original = original
  }

  /// Where the two differ, in the order of the translation.
  ///
  /// - Complexity: Linear where they agree; else see `PartAlignment`.
  public var findings: [Diagnostic] {
    let cells = lesson.cells.map { TranslatedPart($0, in: lesson) }
    let inlineCells = lesson.inlineCells.map { TranslatedPart($0) }
    let formulas = lesson.formulas.map { TranslatedPart($0, in: lesson) }
    var findings = differences(
      of: cells, from: original.cells.map { TranslatedPart($0, in: original) }, isOrdered: true)
    findings += differences(
      of: inlineCells, from: original.inlineCells.map { TranslatedPart($0) }, isOrdered: false)
    findings += differences(
      of: formulas, from: original.formulas.map { TranslatedPart($0, in: original) }, isOrdered: false)
    return findings.enumerated()
      .sorted { ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset) }
      .map(\.element)
  }

  private func differences(
    of new: [TranslatedPart], from old: [TranslatedPart], isOrdered: Bool
  ) -> [Diagnostic] {
    let oldTexts = old.map(\.texts)
    let newTexts = new.map(\.texts)
    var steps = PartAlignment(oldTexts, newTexts).steps
    if !isOrdered { steps = Self.withoutMoved(steps, oldTexts, newTexts) }
    var findings: [Diagnostic] = []
    var last: TranslatedPart?
    for step in steps {
      switch step {
      case .missing(let index):
        findings.append(missing(old[index], after: last))
      case .extra(let index):
        findings.append(
          finding("extra", new[index].range, "the original has no \(new[index].name) here", []))
        last = new[index]
      case .pair(let index, let own):
        if isOrdered { findings += options(original.cells[index], lesson.cells[own]) }
        if oldTexts[index] != newTexts[own] { findings.append(difference(old[index], new[own])) }
        last = new[own]
      }
    }
    return findings
  }

  /// The steps without parts that stand elsewhere in the other lesson.
  private static func withoutMoved(
    _ steps: [PartAlignment.Step], _ old: [[String]], _ new: [[String]]
  ) -> [PartAlignment.Step] {
    // Partners that differ may each have moved.
    let single = steps.flatMap { step -> [PartAlignment.Step] in
      guard case .pair(let i, let j) = step, old[i] != new[j] else { return [step] }
      return [.missing(original: i), .extra(translation: j)]
    }
    var balance: [[String]: (missing: Int, extra: Int)] = [:]
    for step in single {
      if case .missing(let i) = step { balance[old[i], default: (0, 0)].missing += 1 }
      if case .extra(let j) = step { balance[new[j], default: (0, 0)].extra += 1 }
    }
    var moved = balance.mapValues { (missing: min($0.missing, $0.extra), extra: min($0.missing, $0.extra)) }
    func hasMoved(_ key: [String], _ side: WritableKeyPath<(missing: Int, extra: Int), Int>) -> Bool {
      guard moved[key, default: (0, 0)][keyPath: side] > 0 else { return false }
      moved[key, default: (0, 0)][keyPath: side] -= 1
      return true
    }
    return steps.flatMap { step -> [PartAlignment.Step] in
      switch step {
      case .missing(let i): return hasMoved(old[i], \.missing) ? [] : [step]
      case .extra(let j): return hasMoved(new[j], \.extra) ? [] : [step]
      case .pair(let i, let j):
        guard old[i] != new[j] else { return [step] }
        switch (hasMoved(old[i], \.missing), hasMoved(new[j], \.extra)) {
        case (false, false): return [step]
        case (true, false): return [.extra(translation: j)]
        case (false, true): return [.missing(original: i)]
        case (true, true): return []
        }
      }
    }
  }

  private func missing(_ part: TranslatedPart, after last: TranslatedPart?) -> Diagnostic {
    let place = last?.range ?? lesson.translationRange
    let position = last.map { " after \($0.name)" } ?? ""
    return finding(
      "missing", place, "the \(part.name) of the original is missing\(position)",
      [note("it stands here in the original", part.range)])
  }

  /// The first token that differs.
  private func difference(_ old: TranslatedPart, _ new: TranslatedPart) -> Diagnostic {
    let index = zip(old.tokens, new.tokens).prefix { $0.text == $1.text }.count
    let oldToken = index < old.tokens.count ? old.tokens[index] : nil
    let newToken = index < new.tokens.count ? new.tokens[index] : nil
    let own = newToken.map { "'\(TranslatedPart.shortened($0.text))'" } ?? "the end"
    let others = oldToken.map { "'\(TranslatedPart.shortened($0.text))'" } ?? "its end"
    return finding(
      "differs", newToken?.range ?? new.end,
      "\(new.name) differs from the original: \(own) stands here, where that has \(others)",
      [note("the original has \(others) here", oldToken?.range ?? old.end)])
  }

  /// Options that change what a cell does.
  private func options(_ old: Cell, _ new: Cell) -> [Diagnostic] {
    let shown = zip(old.effects, new.effects).filter { $0.value != $1.value }
    return shown.map { old, new in
      finding(
        "option", TranslatedPart.opening(self.lesson, new.cell),
        "'\(new.name)' of \(new.cell.name) is \(new.value) here, but \(old.value) in the original",
        [note("the original's cell", TranslatedPart.opening(original, old.cell))])
    }
  }

  private func finding(
    _ id: String, _ range: Range<Int>, _ message: String, _ notes: [Diagnostic.Note]
  ) -> Diagnostic {
    Diagnostic(.error, "translation.\(id)", file: lesson.source.name, range: range, message, notes: notes)
  }

  private func note(_ message: String, _ range: Range<Int>) -> Diagnostic.Note {
    Diagnostic.Note(message, at: Diagnostic.Place(file: original.source.name, range: range))
  }
}

extension TranslatedPart {
  fileprivate static func opening(_ lesson: Lesson, _ cell: Cell) -> Range<Int> {
    cell.openingRange(in: lesson)
  }
}

extension Cell {
  /// The options that change what a cell does, as messages show them.
  fileprivate var effects: [(cell: Cell, name: String, value: String)] {
    func shown(_ value: (some Any)?) -> String { value.map { "\($0)" } ?? "unset" }
    return [
      (self, "eval", "\(options.eval)"), (self, "error", "\(mustFail)"), (self, "seed", shown(options.seed)),
      (self, "fuel", shown(options.fuel)), (self, "heap", shown(options.heap)),
      (self, "depth", shown(options.depth)), (self, "printed", shown(options.printed)),
    ]
  }
}

extension Lesson {
  /// UTF-8 offsets of the key `translation-of` in the front matter.
  public var translationRange: Range<Int> {
    let front = source[frontMatter.range]
    guard let found = front.firstRange(of: "translation-of") else { return frontMatter.range }
    let start =
      frontMatter.range.lowerBound + front.utf8.distance(from: front.startIndex, to: found.lowerBound)
    return start..<start + "translation-of".utf8.count
  }
}
