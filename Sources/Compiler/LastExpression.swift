import SwiftSyntax

/// The last statement of a cell, whose value it shows.
public enum LastExpression {
  /// A cell's source with its last statement as the argument of a function: `f(3)` becomes `debugPrint(f(3))`.
  ///
  /// For cells that compile and show a value; others come back as some text or other.
  ///
  /// - Complexity: Linear in the length of the source.
  public static func wrapped(in function: String, _ code: String) -> String {
    guard let last = ParsedSource.of(code)?.tree.statements.last else { return code }
    let start = last.positionAfterSkippingLeadingTrivia.utf8Offset
    let end = last.endPositionBeforeTrailingTrivia.utf8Offset
    let bytes = Array(code.utf8)
    func text(_ part: ArraySlice<UInt8>) -> String { String(decoding: part, as: UTF8.self) }
    return text(bytes[..<start]) + function + "(" + text(bytes[start..<end]) + ")" + text(bytes[end...])
  }
}
