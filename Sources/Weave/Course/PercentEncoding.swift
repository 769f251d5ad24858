/// Bytes as URLs write them.
enum PercentEncoding {
  /// Appends a byte: as it is where it is one of RFC 3986's unreserved characters or kept, as `%XX` otherwise.
  static func append(_ byte: UInt8, keeping kept: StaticString, to bytes: inout [UInt8]) {
    let isKept = kept.withUTF8Buffer { $0.contains(byte) }
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"):
      bytes.append(byte)
    case _ where isKept: bytes.append(byte)
    default:
      bytes.append(UInt8(ascii: "%"))
      bytes.append(digits[Int(byte >> 4)])
      bytes.append(digits[Int(byte & 15)])
    }
  }

  private static let digits = Array("0123456789ABCDEF".utf8)
}
