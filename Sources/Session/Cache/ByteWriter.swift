/// Writes values one after the other so that `ByteReader` can read them back.
///
/// Numbers are little-endian; whole numbers take as few bytes as they need (LEB128); texts and lists start with
/// their length, so that no two sequences of values have the same bytes.
package struct ByteWriter {
  package private(set) var bytes: [UInt8] = []

  package mutating func write(_ value: Bool) { bytes.append(value ? 1 : 0) }

  package mutating func write(_ value: Int) { write(word: UInt64(bitPattern: Int64(value))) }

  package mutating func write(word: UInt64) {
    var rest = word
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  package mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes += text.utf8
  }

  package mutating func write(bytes list: [UInt8]) {
    write(list.count)
    bytes += list
  }

  package mutating func write(_ texts: [String]) { write(texts) { $0.write($1) } }

  package mutating func write(_ values: [Double]) {
    write(values.count)
    for value in values { withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes += $0 } }
  }

  package mutating func write(_ value: Int?) {
    write(value != nil)
    if let value { write(value) }
  }

  package mutating func write(_ text: String?) {
    write(text != nil)
    if let text { write(text) }
  }

  package mutating func write(_ range: Range<Int>) {
    write(range.lowerBound)
    write(range.upperBound)
  }

  /// The number of elements, then each of them.
  package mutating func write<Element>(_ list: [Element], _ element: (inout ByteWriter, Element) -> Void) {
    write(list.count)
    for item in list { element(&self, item) }
  }

  /// Bytes without their number.
  package mutating func append(_ list: some Sequence<UInt8>) { bytes += list }
}
