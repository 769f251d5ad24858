/// Style sheets as pages load them.
enum StyleSheet {
  /// A style sheet without what browsers do not need: comments, the white space around lines, and, outside of strings,
  /// that beside `{`, `}`, `;`, `,`, `>` and behind `:`, the `;` before a `}` and the 0 before a decimal point. No
  /// string of ours holds a line end, a comment or an escaped quote.
  ///
  /// - Complexity: Linear in the length.
  static func compact(_ css: [UInt8]) -> [UInt8] {
    var compact: [UInt8] = []
    compact.reserveCapacity(css.count)
    var index = 0
    var isInString = false
    while index < css.count {
      let byte = css[index]
      if byte == UInt8(ascii: "\"") { isInString.toggle() }
      if isInString {
        compact.append(byte)
        index += 1
      } else if css[index...].starts(with: "/*".utf8) {
        index += 2
        while index < css.count, !css[index...].starts(with: "*/".utf8) { index += 1 }
        index += 2
      } else if byte <= UInt8(ascii: " ") {
        while index < css.count, css[index] <= UInt8(ascii: " ") { index += 1 }
        let isNeeded =
          compact.last.map { !"{};,>: ".utf8.contains($0) } ?? false
          && index < css.count && !"{};,>".utf8.contains(css[index])
        if isNeeded { compact.append(UInt8(ascii: " ")) }
      } else {
        index += 1
        if byte == UInt8(ascii: "}"), compact.last == UInt8(ascii: ";") { compact.removeLast() }
        let isZero = byte == UInt8(ascii: "0") && index < css.count && css[index] == UInt8(ascii: ".")
        if isZero, compact.last.map({ !isDigit($0) }) ?? true { continue }
        compact.append(byte)
      }
    }
    return compact
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
