import Crypto

/// What something in a cache was made from, as a SHA-256 digest.
public struct CacheKey: Sendable, Hashable {
  /// 32 bytes.
  public let digest: [UInt8]

  /// The digest in 64 hexadecimal digits.
  public var name: String { Self.hexadecimal(digest) }

  static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// The key of what is made from some values.
  ///
  /// - Parameters:
  ///   - kind: What is made, so that different things from equal values have different keys.
  ///   - write: Writes the values.
  package init(of kind: String, _ write: (inout ByteWriter) -> Void) {
    var writer = ByteWriter()
    writer.write(kind)
    writer.write(CacheEntry.format)
    write(&writer)
    digest = Array(SHA256.hash(data: writer.bytes))
  }
}
