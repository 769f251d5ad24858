import Crypto

/// Something made from a lesson, as the bytes that a cache keeps.
///
/// A signature, the key, the thing itself and a SHA-256 digest of all of these. Bytes that are not exactly those
/// that were written under this key are not read.
enum CacheEntry {
  /// Changes with every change of what entries or keys are made of.
  static let format = 6
  private static let signature = Array("trama\n".utf8)
  private static let digestSize = SHA256Digest.byteCount

  /// The bytes of an entry.
  static func sealed(_ key: CacheKey, _ write: (inout ByteWriter) -> Void) -> [UInt8] {
    var writer = ByteWriter()
    writer.append(signature)
    writer.append(key.digest)
    write(&writer)
    writer.append(SHA256.hash(data: writer.bytes))
    return writer.bytes
  }

  /// What an entry holds; nil unless it is whole and was written under the key.
  static func opened<Value>(
    _ bytes: [UInt8], for key: CacheKey, _ read: (inout ByteReader) throws(ByteReader.Damage) -> Value
  ) -> Value? {
    let start = signature.count + key.digest.count
    let end = bytes.count - digestSize
    guard start <= end, bytes.starts(with: signature),
      bytes[signature.count..<start].elementsEqual(key.digest),
      SHA256.hash(data: bytes[..<end]).elementsEqual(bytes[end...])
    else { return nil }
    var reader = ByteReader(bytes, in: start..<end)
    guard let value = try? read(&reader), reader.isAtEnd else { return nil }
    return value
  }
}

extension ContentCache {
  /// What the cache holds under a key; nil where it holds nothing that was written under it.
  package func value<Value>(
    for key: CacheKey, _ read: (inout ByteReader) throws(ByteReader.Damage) -> Value
  ) -> Value? {
    entry(for: key).flatMap { CacheEntry.opened($0, for: key, read) }
  }

  /// Keeps something under a key.
  package func keep(for key: CacheKey, _ write: (inout ByteWriter) -> Void) {
    keep(CacheEntry.sealed(key, write), for: key)
  }
}
