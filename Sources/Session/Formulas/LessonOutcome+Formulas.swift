import Diagnostics
import Formula
import Lesson

extension LessonOutcome {
  /// The formulas that are contradicted, as errors at the side that is wrong.
  var contradictions: [Diagnostic] {
    zip(lesson.formulas, formulas).compactMap { span, verdict in
      guard case .contradicted(let found) = verdict else { return nil }
      return diagnostic(of: found, in: span)
    }
  }

  /// The formulas whose TeX cannot be read, as errors where it goes wrong.
  var unreadableFormulas: [Diagnostic] {
    zip(lesson.formulas, formulas).compactMap { span, verdict in
      guard case .unreadable(let error) = verdict else { return nil }
      return Diagnostic(
        .error, error.id, file: lesson.source.name, range: span.lessonRange(of: error.range), error.message)
    }
  }

  /// How many formulas are verified as a whole.
  public var verifiedFormulas: Int {
    formulas.count { verdict in
      switch verdict {
      case .verified(.part): false
      case .verified: true
      default: false
      }
    }
  }

  /// What the formulas that are not verified keep from being so, for readers who ask.
  public var unreadFormulas: [Diagnostic.Note] {
    zip(lesson.formulas, formulas).compactMap { span, verdict in
      let place = Diagnostic.Place(file: lesson.source.name, range: span.range)
      switch verdict {
      case .unread(let reason): return Diagnostic.Note("not verified: \(reason)", at: place)
      case .verified(.part(let reason)): return Diagnostic.Note("verified in part: \(reason)", at: place)
      case .exempt(let reason): return Diagnostic.Note("exempt: \(reason)", at: place)
      case .verified, .contradicted, .unreadable, .silent: return nil
      }
    }
  }

  private func diagnostic(of found: FormulaVerdict.Contradiction, in span: FormulaSpan) -> Diagnostic {
    var diagnostic = Diagnostic(
      .error, "formula.contradicted", file: lesson.source.name, range: span.lessonRange(of: found.range),
      found.reason.message)
    diagnostic.notes = found.reason.notes.map { Diagnostic.Note($0) }
    for definition in found.definitions {
      let words = "'\(definition.name)' is \(definition.words)"
      switch definition.origin {
      case .cell(let index):
        let cell = lesson.cells[index]
        diagnostic.notes.append(
          Diagnostic.Note(
            "\(words), which \(cell.name) defines",
            at: Diagnostic.Place(file: lesson.source.name, range: cell.openingRange(in: lesson))))
      case .formula(let index, _):
        diagnostic.notes.append(
          Diagnostic.Note(
            "\(words), which this formula says",
            at: Diagnostic.Place(file: lesson.source.name, range: lesson.formulas[index].range)))
      }
    }
    if found.definitions.contains(where: { if case .cell = $0.origin { true } else { false } }) {
      diagnostic.notes.append(
        Diagnostic.Note(
          "where it speaks of another function, or shows a mistake, write '<!-- unverified: the reason -->' right after the formula"
        ))
    }
    return diagnostic
  }
}

extension FormulaVerdict.Contradiction.Mention {
  /// What it is, in words.
  fileprivate var words: String {
    let names = parameters.joined(separator: ", ")
    return text.map { "\($0) in \(names)" } ?? "a function of \(names)"
  }
}

extension FormulaVerdict.Contradiction.Reason {
  fileprivate var message: String {
    switch self {
    case .values(_, _, _, let correct?): "this formula is wrong: the left side is \(correct)"
    case .values: "this formula is wrong: the left side has other values"
    case .derivatives(let name, _, _, _):
      "this formula is wrong: the derivative of this by \(name) is another than that of the left side"
    case .numbers(let left, let right):
      "this formula is wrong: the left side is \(left), and this is \(right)"
    case .rounded(let left, _):
      "the left side is \(left), which this is only to the digits shown; write '\\approx' for '='"
    case .digits(let value, let shown): "this formula is wrong: to the digits shown, \(value) is not \(shown)"
    case .noLimit(let numerator, let correct):
      "this formula is wrong: the limit does not exist where \(numerator) is not 0, and the left side is \(correct)"
    case .infinite(let numerator):
      "this formula is wrong: the limit is not finite, since the divisor vanishes there and \(numerator) stands over it"
    case .coefficient(let name, let power, let left, let right):
      "this formula is wrong: in the left side's Taylor series at \(name) = 0 \(Self.words(forPower: power, of: name)) is \(left), and in this it is \(right)"
    case .noSolution(let name, let value, _, _):
      "this formula is wrong: \(name) = \(value) does not solve the equation before it"
    }
  }

  fileprivate var notes: [String] {
    switch self {
    case .values(let left, let right, let place, _):
      ["at \(Self.words(for: place)) the left side is \(left), and this is \(right)"]
    case .derivatives(_, let left, let right, let place):
      ["at \(Self.words(for: place)) that of the left side is \(left), and that of this is \(right)"]
    case .noSolution(let name, let value, let left, let right):
      ["at \(name) = \(value) its left side is \(left), and its right side \(right)"]
    case .numbers, .rounded, .digits, .noLimit, .infinite, .coefficient: []
    }
  }

  private static func words(forPower power: Int, of name: String) -> String {
    power == 0 ? "the term without \(name)" : "the coefficient of \(name)\(power == 1 ? "" : "^\(power)")"
  }

  private static func words(for place: [Algebraic.Comparison.Coordinate]) -> String {
    place.map { "\($0.variable) = \($0.value)" }.joined(separator: ", ")
  }
}
