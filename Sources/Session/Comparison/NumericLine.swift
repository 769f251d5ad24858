/// A line of output taken apart into its numbers and the text around them.
///
///     NumericLine("a = 0.5, b = -1e-3").numbers // ["0.5", "-1e-3"]
///
/// A number is a decimal literal, `inf` or `nan` that is not part of a word; its sign belongs to it unless a
/// word or a number stands right before.
struct NumericLine: Sendable, Hashable {
  /// The line's UTF-8 bytes with a zero in the place of each number; recorded lines hold no control
  /// characters. Bytes, because strings compare equal that are not written alike.
  var skeleton: [UInt8] = []
  /// The numbers as written.
  var numbers: [String] = []

  /// Takes a line apart.
  ///
  /// - Complexity: Linear in the length of the line.
  init(_ line: String) {
    let bytes = Array(line.utf8)
    var index = 0
    while index < bytes.count {
      let followsWord = index > 0 && bytes[index - 1].isWord
      let end = followsWord ? index : Self.endOfNumber(bytes, from: index)
      if end > index {
        numbers.append(String(decoding: bytes[index..<end], as: UTF8.self))
        skeleton.append(0)
        index = end
      } else {
        skeleton.append(bytes[index])
        index += 1
      }
    }
  }

  /// The skeleton with one blank for several and none at the ends: numbers that are a little different may be
  /// written longer or shorter, and what is aligned with them moves.
  ///
  /// - Complexity: Linear in the length of the line.
  var shape: [UInt8] {
    var shape: [UInt8] = []
    for byte in skeleton where byte != UInt8(ascii: " ") || shape.last.map({ $0 != byte }) == true {
      shape.append(byte)
    }
    if shape.last == UInt8(ascii: " ") { shape.removeLast() }
    return shape
  }

  /// Puts numbers back between the text.
  func line(with numbers: [String]) -> String {
    var next = numbers.makeIterator()
    var line: [UInt8] = []
    for byte in skeleton {
      if byte == 0, let number = next.next() {
        line += number.utf8
      } else {
        line.append(byte)
      }
    }
    return String(decoding: line, as: UTF8.self)
  }

  /// The end of the number that starts at an index, or the index itself where none does.
  private static func endOfNumber(_ bytes: [UInt8], from start: Int) -> Int {
    var index = start
    if bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") { index += 1 }
    for word in ["inf", "nan"] where bytes[index...].starts(with: word.utf8) {
      let end = index + 3
      return end < bytes.count && bytes[end].isWord ? start : end
    }
    let digits = index
    index = endOfDigits(bytes, from: index)
    guard index > digits else { return start }
    if index + 1 < bytes.count, bytes[index] == UInt8(ascii: "."), bytes[index + 1].isDigit {
      index = endOfDigits(bytes, from: index + 1)
    }
    if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
      var exponent = index + 1
      if exponent < bytes.count, bytes[exponent] == UInt8(ascii: "-") || bytes[exponent] == UInt8(ascii: "+")
      {
        exponent += 1
      }
      let end = endOfDigits(bytes, from: exponent)
      if end > exponent { index = end }
    }
    return index < bytes.count && bytes[index].isLetter ? start : index
  }

  private static func endOfDigits(_ bytes: [UInt8], from start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index].isDigit { index += 1 }
    return index
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

  /// A letter or underscore; any byte of a character beyond ASCII is taken for neither.
  fileprivate var isLetter: Bool {
    (self | 0x20) >= UInt8(ascii: "a") && (self | 0x20) <= UInt8(ascii: "z") || self == UInt8(ascii: "_")
  }

  fileprivate var isWord: Bool { isDigit || isLetter }
}
