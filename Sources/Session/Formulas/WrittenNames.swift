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
      Self.visitRuns(of: bytes, where: Self.isPartOfName) { run in
        let word = bytes[run]
        if declares, word.allSatisfy(Self.isLetter), word.count > 1 || Self.isCapital(word) {
          names.insert(String(decoding: word, as: UTF8.self))
        }
        declares = (3...4).contains(word.count) && Self.introducers.contains { word.elementsEqual($0) }
      }
    }
  }

  /// Those of which the letters stand in some TeX, and capital letters alone. Two letters are a name only before a bracket or a prime: elsewhere they are a product.
  ///
  /// - Complexity: Linear in the size of the TeX.
  func names(in tex: String) -> Set<String> {
    guard !names.isEmpty else { return [] }
    var found: Set<String> = []
    let bytes = Array(tex.utf8)
    Self.visitRuns(of: bytes, where: Self.isLetter) { run in
      let isCommand = run.lowerBound > 0 && bytes[run.lowerBound - 1] == UInt8(ascii: "\\")
      let next = run.upperBound < bytes.count ? bytes[run.upperBound] : 0
      let isCalled = next == UInt8(ascii: "(") || next == UInt8(ascii: "'")
      guard run.count == 1 ? Self.isCapital(bytes[run]) : !isCommand && (run.count > 2 || isCalled) else {
        return
      }
      let name = String(decoding: bytes[run], as: UTF8.self)
      if names.contains(name) { found.insert(name) }
    }
    return found
  }

  /// Calls a function with each longest run of bytes of a kind.
  private static func visitRuns(
    of bytes: [UInt8], where belongs: (UInt8) -> Bool, _ body: (Range<Int>) -> Void
  ) {
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex { !belongs($0) } ?? bytes.count
      if end > start { body(start..<end) }
      start = max(end, start + 1)
    }
  }

  private static let introducers = ["func".utf8, "let".utf8, "var".utf8]

  private static func isCapital(_ word: ArraySlice<UInt8>) -> Bool {
    word.count == 1 && word.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
  }

  private static func isPartOfName(_ byte: UInt8) -> Bool {
    isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "_")
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
