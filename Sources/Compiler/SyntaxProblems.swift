import Diagnostics
import SwiftParser
import SwiftParserDiagnostics
import SwiftSyntax

/// What the parser could not read, told as the compiler tells it: what only follows from an error is left out.
struct SyntaxProblems {
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether the meaning of the text is clear all the same, so that it can be checked further.
  private(set) var isReadable = true
  /// The line of a readable text whose problem is told in whole; empty where there is none.
  private(set) var explainedLine = 0..<0

  init(of tree: SourceFileSyntax, in source: SourceText) {
    guard tree.hasError else { return }
    let all = ParseDiagnosticsGenerator.diagnostics(for: tree).filter { $0.diagMessage.severity == .error }
    if let word = ForeignWord(in: tree) {
      isReadable = all.allSatisfy { Self.isReadable($0.message) }
      let start = word.token.positionAfterSkippingLeadingTrivia.utf8Offset
      let range = start..<word.token.endPositionBeforeTrailingTrivia.utf8Offset
      if isReadable { explainedLine = Self.line(around: range, in: source.text) }
      let earlier = all.filter { $0.position.utf8Offset < start }
      for problem in earlier { add(problem.message, at: problem.position.utf8Offset, source) }
      let fix = word.replacement.map { text in
        Diagnostic.Fix(text.isEmpty ? "remove it" : "write '\(text)'", range: range, replacement: text)
      }
      diagnostics.append(
        Diagnostic(.error, "syntax", file: source.name, range: range, word.message, fix: fix))
      return
    }
    var last: Int?
    for problem in all {
      let isUnclosed = problem.message.hasPrefix("expected '}' to end")
      let position = problem.position.utf8Offset
      defer { last = position }
      if !Self.isReadable(problem.message) { isReadable = false }
      if let last, isUnclosed || position == last { continue }
      // A brace that is missing is missing at the end.
      let place =
        isUnclosed ? source.text.utf8.count : Self.place(of: problem.message, at: position, in: tree)
      let notes = problem.notes.map { note in
        let start = note.position.utf8Offset
        return Diagnostic.Note(note.message, at: Diagnostic.Place(file: source.name, range: start..<start))
      }
      var message = problem.message
      if place < position, let list = Self.openLists.first(where: { message.hasSuffix($0) }) {
        message = "expected ',' or the closing bracket\(list): the next line is read as a part of it"
      }
      add(message, at: place, source, notes)
    }
  }

  /// Of two statements on a line each is clear.
  private static func isReadable(_ message: String) -> Bool {
    message.hasPrefix("consecutive statements on a line")
  }

  private static func line(around range: Range<Int>, in text: String) -> Range<Int> {
    let bytes = Array(text.utf8)
    let isEnd = { (byte: UInt8) in byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
    let start = bytes[..<range.lowerBound].lastIndex(where: isEnd).map { $0 + 1 } ?? 0
    return start..<(bytes[range.upperBound...].firstIndex(where: isEnd) ?? bytes.count)
  }

  private mutating func add(
    _ message: String, at position: Int, _ source: SourceText, _ notes: [Diagnostic.Note] = []
  ) {
    let start = min(position, source.text.utf8.count)
    let isSentence = message.dropFirst().first?.isLowercase ?? false
    let message = isSentence ? message.prefix(1).lowercased() + message.dropFirst() : message
    diagnostics.append(
      Diagnostic(.error, "syntax", file: source.name, range: start..<start, message, notes: notes))
  }

  /// Where the compiler reports a problem: at the token that does not fit, where an expression lacks its end.
  private static func place(of message: String, at position: Int, in tree: SourceFileSyntax) -> Int {
    if message.hasPrefix("unexpected code"), openLists.contains(where: { message.hasSuffix($0) }),
      let before = tokenBeforeLine(at: position, in: tree)
    {
      return before.endPositionBeforeTrailingTrivia.utf8Offset
    }
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

  /// What a bracket that is missing leaves open: the next line is taken for a part of it.
  private static let openLists = [
    " in function call", " in tuple", " in array", " in dictionary", " in subscript",
  ]

  /// The token before one that begins a line; nil where it begins none.
  private static func tokenBeforeLine(at position: Int, in tree: SourceFileSyntax) -> TokenSyntax? {
    guard let token = tree.token(at: AbsolutePosition(utf8Offset: position)),
      token.leadingTrivia.contains(where: \.isNewline)
    else { return nil }
    return token.previousToken(viewMode: .sourceAccurate)
  }

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
