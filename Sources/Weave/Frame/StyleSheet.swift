/// Style sheets as pages load them.
enum StyleSheet {
  /// A style sheet without its comments, the white space around its lines, and the line ends that stand behind `{`, `}`,
  /// `;` or `,`. Strings and addresses stay as they are, for none of ours holds a line end or a comment.
  ///
  /// - Complexity: Linear in the length.
  static func compact(_ css: [UInt8]) -> [UInt8] {
    var compact: [UInt8] = []
    compact.reserveCapacity(css.count)
    var index = 0
    while index < css.count {
      if css[index...].starts(with: "/*".utf8) {
        index += 2
        while index < css.count, !css[index...].starts(with: "*/".utf8) { index += 1 }
        index += 2
      } else if css[index] == UInt8(ascii: "\n") {
        while index < css.count, css[index] <= UInt8(ascii: " ") { index += 1 }
        if let last = compact.last, !"{};,".utf8.contains(last) { compact.append(UInt8(ascii: "\n")) }
      } else {
        compact.append(css[index])
        index += 1
      }
    }
    return compact
  }
}
