/// Reads what `ByteWriter` wrote, trusting nothing: every length is compared with what is left.
package struct ByteReader {
  /// The bytes are not what the writer writes.
  package struct Damage: Error {
    package init() {}
  }

  private let contents: [UInt8]
  private var position = 0
  private let end: Int

  /// A reader of a part of some bytes, which must lie within them.
  package init(_ bytes: [UInt8], in range: Range<Int>) {
    contents = bytes
    position = range.lowerBound
    end = range.upperBound
  }

  package var isAtEnd: Bool { position == end }

  package mutating func byte() throws(Damage) -> UInt8 {
    guard position < end else { throw Damage() }
    position += 1
    return contents[position - 1]
  }

  package mutating func bool() throws(Damage) -> Bool {
    switch try byte() {
    case 0: false
    case 1: true
    default: throw Damage()
    }
  }

  package mutating func int() throws(Damage) -> Int {
    var word: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      let next = try byte()
      word |= UInt64(next & 0x7F) << shift
      if next < 0x80 { return Int(truncatingIfNeeded: word) }
    }
    throw Damage()
  }

  /// A number of things that take at least some bytes each.
  private mutating func count(of size: Int) throws(Damage) -> Int {
    let count = try int()
    guard count >= 0, count <= (end - position) / size else { throw Damage() }
    return count
  }

  package mutating func text() throws(Damage) -> String {
    let count = try count(of: 1)
    defer { position += count }
    return String(decoding: contents[position..<position + count], as: UTF8.self)
  }

  package mutating func bytes() throws(Damage) -> [UInt8] {
    let count = try count(of: 1)
    defer { position += count }
    return Array(contents[position..<position + count])
  }

  package mutating func optionalText() throws(Damage) -> String? { try bool() ? try text() : nil }

  package mutating func texts() throws(Damage) -> [String] {
    try list { (reader) throws(Damage) in try reader.text() }
  }

  package mutating func doubles() throws(Damage) -> [Double] {
    let count = try count(of: 8)
    defer { position += count * 8 }
    let start = position
    return contents.withUnsafeBytes { bytes in
      (0..<count).map { index in
        let bits = bytes.loadUnaligned(fromByteOffset: start + index * 8, as: UInt64.self)
        return Double(bitPattern: UInt64(littleEndian: bits))
      }
    }
  }

  package mutating func range() throws(Damage) -> Range<Int> {
    let lower = try int()
    let upper = try int()
    guard lower <= upper else { throw Damage() }
    return lower..<upper
  }

  package mutating func optional<Value>(
    _ value: (inout ByteReader) throws(Damage) -> Value
  ) throws(Damage) -> Value? {
    try bool() ? try value(&self) : nil
  }

  package mutating func list<Element>(
    _ element: (inout ByteReader) throws(Damage) -> Element
  ) throws(Damage) -> [Element] {
    let count = try count(of: 1)
    var list: [Element] = []
    for _ in 0..<count { list.append(try element(&self)) }
    return list
  }
}
