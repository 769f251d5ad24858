import Lesson

/// Names of several letters that cells define and formulas may write as letters in a row, as `cost(w)` does.
struct WrittenNames {
  private var names: Set<String> = []

  /// - Complexity: Linear in the size of the cells.
  init(in lesson: Lesson) {
    guard !lesson.formulas.isEmpty else { return }
    for cell in lesson.cells {
      var declares = false
      let bytes = Array(cell.code.utf8)
      var offset = 0
      while offset < bytes.count {
        let start = offset
        while offset < bytes.count, Self.isPartOfName(bytes[offset]) { offset += 1 }
        guard offset > start else {
          offset += 1
          continue
        }
        let word = bytes[start..<offset]
        if declares, word.count > 1, word.allSatisfy(Self.isLetter) {
          names.insert(String(decoding: word, as: UTF8.self))
        }
        declares = (3...4).contains(word.count) && Self.introducers.contains { word.elementsEqual($0) }
      }
    }
  }

  /// Those of which the letters stand in some TeX. Two letters are a name only before a bracket or a prime: elsewhere they are a product.
  ///
  /// - Complexity: Linear in the size of the TeX.
  func names(in tex: String) -> Set<String> {
    guard !names.isEmpty else { return [] }
    var found: Set<String> = []
    let bytes = Array(tex.utf8)
    var offset = 0
    while offset < bytes.count {
      guard Self.isLetter(bytes[offset]) else {
        offset += 1
        continue
      }
      let start = offset
      while offset < bytes.count, Self.isLetter(bytes[offset]) { offset += 1 }
      let isCommand = start > 0 && bytes[start - 1] == UInt8(ascii: "\\")
      let isCalled =
        offset < bytes.count && (bytes[offset] == UInt8(ascii: "(") || bytes[offset] == UInt8(ascii: "'"))
      guard !isCommand, offset - start > 2 || offset - start == 2 && isCalled else { continue }
      let name = String(decoding: bytes[start..<offset], as: UTF8.self)
      if names.contains(name) { found.insert(name) }
    }
    return found
  }

  private static let introducers = ["func".utf8, "let".utf8, "var".utf8]

  private static func isPartOfName(_ byte: UInt8) -> Bool {
    isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "_")
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
