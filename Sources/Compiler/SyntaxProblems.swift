import Diagnostics
import SwiftParser
import SwiftParserDiagnostics
import SwiftSyntax

/// What the parser could not read, told as the compiler tells it: what only follows from an error is left out.
struct SyntaxProblems {
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether the meaning of the text is clear all the same, so that it can be checked further.
  private(set) var isReadable = true

  init(of tree: SourceFileSyntax, in source: SourceText) {
    guard tree.hasError else { return }
    let all = ParseDiagnosticsGenerator.diagnostics(for: tree).filter { $0.diagMessage.severity == .error }
    if let word = ForeignWord(in: tree) {
      isReadable = false
      let start = word.token.positionAfterSkippingLeadingTrivia.utf8Offset
      let range = start..<word.token.endPositionBeforeTrailingTrivia.utf8Offset
      let earlier = all.filter { $0.position.utf8Offset < start }
      for problem in earlier { add(problem.message, at: problem.position.utf8Offset, source) }
      let fix = Diagnostic.Fix("write '\(word.replacement)'", range: range, replacement: word.replacement)
      diagnostics.append(
        Diagnostic(.error, "syntax", file: source.name, range: range, word.message, fix: fix))
      return
    }
    var last: Int?
    for problem in all {
      let isUnclosed = problem.message.hasPrefix("expected '}' to end")
      let position = problem.position.utf8Offset
      defer { last = position }
      if !problem.message.hasPrefix("consecutive statements on a line") { isReadable = false }
      if let last, isUnclosed || position == last { continue }
      // A brace that is missing is missing at the end.
      let place =
        isUnclosed ? source.text.utf8.count : Self.place(of: problem.message, at: position, in: tree)
      let notes = problem.notes.map { note in
        let start = note.position.utf8Offset
        return Diagnostic.Note(note.message, at: Diagnostic.Place(file: source.name, range: start..<start))
      }
      add(problem.message, at: place, source, notes)
    }
  }

  private mutating func add(
    _ message: String, at position: Int, _ source: SourceText, _ notes: [Diagnostic.Note] = []
  ) {
    let start = min(position, source.text.utf8.count)
    diagnostics.append(
      Diagnostic(.error, "syntax", file: source.name, range: start..<start, message, notes: notes))
  }

  /// Where the compiler reports a problem: at the token that does not fit, where an expression lacks its end.
  private static func place(of message: String, at position: Int, in tree: SourceFileSyntax) -> Int {
    let isOpen = openExpressions.contains { message.hasPrefix($0) }
    guard isOpen || openLiterals.contains(where: { message.hasPrefix($0) }) else { return position }
    var next = tree.token(at: AbsolutePosition(utf8Offset: position))
    while let token = next, token.positionAfterSkippingLeadingTrivia.utf8Offset < position {
      next = token.nextToken(viewMode: .sourceAccurate)
    }
    guard let next, isOpen ? canBeginNoOperand(next) : isElementExpected(before: next) else {
      return position
    }
    return next.positionAfterSkippingLeadingTrivia.utf8Offset
  }

  /// An operand or a bracket is missing.
  private static let openExpressions = [
    "expected ')' to end tuple", "expected ')' to end function call", "expected ']' to end subscript",
    "expected expression after",
  ]

  private static let openLiterals = ["expected ']' to end array", "expected ']' to end dictionary"]

  private static func canBeginNoOperand(_ token: TokenSyntax) -> Bool {
    switch token.tokenKind {
    case .keyword, .endOfFile, .rightBrace: true
    default: false
    }
  }

  private static func isElementExpected(before token: TokenSyntax) -> Bool {
    switch token.previousToken(viewMode: .sourceAccurate)?.tokenKind {
    case .comma, .leftSquare: true
    default: false
    }
  }
}
