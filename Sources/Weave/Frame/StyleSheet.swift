/// Style sheets as pages load them.
enum StyleSheet {
  /// A style sheet without its comments, the white space around its lines, and, outside of strings, the white space behind
  /// `{`, `}`, `;`, `,` and `:` and before `{`. No string of ours holds a line end, a comment or an escaped quote.
  ///
  /// - Complexity: Linear in the length.
  static func compact(_ css: [UInt8]) -> [UInt8] {
    var compact: [UInt8] = []
    compact.reserveCapacity(css.count)
    var index = 0
    var isInString = false
    while index < css.count {
      if css[index...].starts(with: "/*".utf8) {
        index += 2
        while index < css.count, !css[index...].starts(with: "*/".utf8) { index += 1 }
        index += 2
      } else if css[index] == UInt8(ascii: "\n") {
        while index < css.count, css[index] <= UInt8(ascii: " ") { index += 1 }
        if let last = compact.last, !"{};,".utf8.contains(last) { compact.append(UInt8(ascii: "\n")) }
      } else if !isInString, css[index] == UInt8(ascii: " "),
        compact.last.map("{};,:".utf8.contains) == true
          || (index + 1 < css.count && css[index + 1] == UInt8(ascii: "{"))
      {
        index += 1
      } else {
        if css[index] == UInt8(ascii: "\"") { isInString.toggle() }
        compact.append(css[index])
        index += 1
      }
    }
    return compact
  }
}
