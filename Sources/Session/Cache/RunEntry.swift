import Crypto
import Graphics
import Lesson

/// What a run gave, or the data of a figure, as the bytes that a cache keeps.
///
/// A signature, the key, the results and a SHA-256 digest of all of these. Bytes that are not exactly those
/// that were written under this key are not read.
enum RunEntry {
  /// Changes with every change of what entries or keys are made of.
  static let format = 4
  private static let signature = Array("trama run\n".utf8)
  private static let digestSize = SHA256Digest.byteCount

  static func bytes(_ results: LessonRun.Results, for key: RunKey) -> [UInt8] {
    sealed(key) { writer in
      writer.write(results.cells) { $0.write($1) }
      writer.write(results.inlineCells) { $0.write($1) }
      writer.write(results.formulas) { $0.write($1) }
    }
  }

  static func bytes(_ figure: Figure, for key: RunKey) -> [UInt8] { sealed(key) { $0.write(figure) } }

  private static func sealed(_ key: RunKey, _ write: (inout ByteWriter) -> Void) -> [UInt8] {
    var writer = ByteWriter()
    writer.append(signature)
    writer.append(key.digest)
    write(&writer)
    return writer.bytes + digest(of: writer.bytes)
  }

  static func digest(of bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }

  /// The results of an entry; nil unless the entry is whole and was written under the key for as many cells.
  static func results(_ bytes: [UInt8], for key: RunKey, of lesson: Lesson) -> LessonRun.Results? {
    let read = { (reader: inout ByteReader) throws(ByteReader.Damage) in try reader.cellOutcome() }
    let results = opened(bytes, for: key) { (reader) throws(ByteReader.Damage) in
      LessonRun.Results(
        cells: try reader.list(read), inlineCells: try reader.list(read),
        formulas: try reader.list { (reader) throws(ByteReader.Damage) in try reader.formulaVerdict() })
    }
    guard let results, results.cells.count == lesson.cells.count,
      results.inlineCells.count == lesson.inlineCells.count, results.formulas.count == lesson.formulas.count
    else { return nil }
    return results
  }

  /// The figure of an entry; nil unless the entry is whole and was written under the key.
  static func figure(_ bytes: [UInt8], for key: RunKey) -> Figure? {
    opened(bytes, for: key) { (reader) throws(ByteReader.Damage) in try reader.figure() }
  }

  private static func opened<Value>(
    _ bytes: [UInt8], for key: RunKey, _ read: (inout ByteReader) throws(ByteReader.Damage) -> Value
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
