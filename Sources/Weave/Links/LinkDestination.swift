/// The parts of a link destination that matter here.
struct LinkDestination {
  /// In lower case; nil for a relative reference.
  let scheme: String?
  /// Without query and fragment.
  let path: String
  /// Percent-decoded, without its `#`.
  let fragment: String?

  /// The schemes that a link may have: none of them runs anything in the page.
  static let safeSchemes = ["http", "https", "mailto", "tel"]

  /// Splits a destination as a browser would: control characters and surrounding spaces do not count, so that
  /// `java\nscript:` does not pass for a relative reference.
  init(_ destination: String) {
    let scalars = destination.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F }
    let text = String(String.UnicodeScalarView(scalars))
    if let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")),
      let first = text.utf8.first, first.isASCIILetter,
      text[..<colon].utf8.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit || "+-.".utf8.contains($0) })
    {
      scheme = text[..<colon].lowercased()
    } else {
      scheme = nil
    }
    let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    path = String(parts.first?.prefix { $0 != "?" } ?? "")
    fragment = parts.count > 1 ? SitePath.percentDecoded(String(parts[1])) : nil
  }

  /// A destination as a valid URL: what no URL may hold is percent-encoded, what is encoded already stays.
  static func encoded(_ destination: String) -> String {
    var bytes: [UInt8] = []
    for byte in destination.utf8 {
      PercentEncoding.append(byte, keeping: "!#$%&'()*+,/:;=?@[]", to: &bytes)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension UInt8 {
  fileprivate var isASCIILetter: Bool {
    (self | 0x20) >= UInt8(ascii: "a") && (self | 0x20) <= UInt8(ascii: "z")
  }
  fileprivate var isASCIIDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}
