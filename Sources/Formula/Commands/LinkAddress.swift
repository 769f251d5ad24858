/// Where a formula's `\\href` or `\\url` leads.
enum LinkAddress {
  /// What an address may start with: none of them runs anything in the page.
  static let starts = ["https://", "http://", "mailto:", "tel:"]

  /// The address that a text in braces says, as a valid URL; nil for one that formulas do not lead to.
  ///
  /// Signs that TeX escapes stand for themselves. What no URL may hold is percent-encoded.
  ///
  /// - Complexity: Linear in the length.
  static func url(_ text: String) -> String? {
    let address = shown(text)
    let isSafe = starts.contains { start in
      address.utf8.count > start.utf8.count && address.prefix(start.count).lowercased() == start
    }
    return isSafe ? encoded(address) : nil
  }

  /// The address as it is read: `\\%` and other escaped signs without their backslashes.
  static func shown(_ text: String) -> String {
    var shown = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if isEscaped, !"#$%&~_^{}".unicodeScalars.contains(scalar) { shown.append("\\") }
      isEscaped = !isEscaped && scalar == "\\"
      if !isEscaped { shown.append(scalar) }
    }
    if isEscaped { shown.append("\\") }
    return String(shown)
  }

  private static func encoded(_ address: String) -> String {
    var encoded = ""
    for byte in address.utf8 {
      let scalar = Unicode.Scalar(byte)
      if byte < 0x80,
        scalar.properties.isAlphabetic || "0123456789-._~!#$%&'()*+,/:;=?@[]".utf8.contains(byte)
      {
        encoded.unicodeScalars.append(scalar)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        encoded += byte < 16 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return encoded
  }
}
