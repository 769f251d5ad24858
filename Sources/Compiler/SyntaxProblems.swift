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
    if let loop = Self.doWhile(in: tree) {
      isReadable = false
      let start = loop.positionAfterSkippingLeadingTrivia.utf8Offset
      let keyword = start..<start + 2
      let earlier = all.filter { $0.position.utf8Offset < start }
      for problem in earlier { add(problem.message, at: problem.position.utf8Offset, source) }
      diagnostics.append(
        Diagnostic(
          .error, "syntax", file: source.name, range: keyword, "this loop is written 'repeat { … } while …'",
          fix: Diagnostic.Fix("write 'repeat'", range: keyword, replacement: "repeat")))
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
        isUnclosed
        ? source.text.utf8.count
        : Self.isOpen(problem.message) ? Self.end(ofListAt: position, in: tree) : position
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

  /// Whether an expression goes on where it should have ended: an operand or a bracket is missing.
  private static func isOpen(_ message: String) -> Bool {
    let starts = [
      "expected ')' to end tuple", "expected ')' to end function call", "expected ']' to end subscript",
      "expected ']' to end array", "expected ']' to end dictionary",
      "expected expression after",
    ]
    return starts.contains { message.hasPrefix($0) }
  }

  /// Where such an expression can go on no further: at the next token, unless that could be one of its own.
  private static func end(ofListAt position: Int, in tree: SourceFileSyntax) -> Int {
    var next = tree.token(at: AbsolutePosition(utf8Offset: position))
    while let token = next, token.positionAfterSkippingLeadingTrivia.utf8Offset < position {
      next = token.nextToken(viewMode: .sourceAccurate)
    }
    guard let next else { return position }
    switch next.tokenKind {
    case .keyword, .endOfFile, .rightBrace: return next.positionAfterSkippingLeadingTrivia.utf8Offset
    default: return position
    }
  }

  /// A `do` with a `while` behind it, as other languages write it.
  private static func doWhile(in tree: SourceFileSyntax) -> DoStmtSyntax? {
    final class Finder: SyntaxVisitor {
      var found: DoStmtSyntax?

      override func visit(_ items: CodeBlockItemListSyntax) -> SyntaxVisitorContinueKind {
        for (first, second) in zip(items, items.dropFirst()) {
          guard found == nil, let block = first.item.as(DoStmtSyntax.self), block.catchClauses.isEmpty,
            let loop = second.item.as(WhileStmtSyntax.self), loop.body.leftBrace.presence == .missing
          else { continue }
          found = block
        }
        return .visitChildren
      }
    }
    let finder = Finder(viewMode: .sourceAccurate)
    finder.walk(tree)
    return finder.found
  }
}
