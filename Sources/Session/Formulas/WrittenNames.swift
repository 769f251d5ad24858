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
        if declares || word.last.map(Self.isDigit) == true, Self.isWritten(word) {
          names.insert(String(decoding: word, as: UTF8.self))
        }
        declares = (3...4).contains(word.count) && Self.introducers.contains { word.elementsEqual($0) }
      }
    }
  }

  /// Whether a name may be written as letters in a row, or as a letter and the digits behind it.
  private static func isWritten(_ word: ArraySlice<UInt8>) -> Bool {
    let letters = word.prefix(while: isLetter)
    if letters.count == word.count { return word.count > 1 || isCapital(word) }
    return letters.count == 1 && word.dropFirst().allSatisfy(isDigit)
  }

  /// Those of which the letters stand in some TeX, and capital letters alone. Two letters are a name only before a bracket or
  /// a prime, or as capitals that are no names themselves: elsewhere they are a product. Capitals may be small in cells.
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
      let name = String(decoding: bytes[run], as: UTF8.self)
      if run.count == 1 {
        let digits = bytes[run.upperBound...].prefix(while: Self.isDigit)
        let numbered = name + String(decoding: digits, as: UTF8.self)
        if !digits.isEmpty, names.contains(numbered) { found.insert(numbered) }
        if Self.isCapital(bytes[run]), names.contains(name) { found.insert(name) }
        return
      }
      let isAbbreviation =
        bytes[run].allSatisfy { Self.isCapital([$0]) } && !name.allSatisfy { names.contains(String($0)) }
      guard !isCommand, run.count > 2 || isCalled || isAbbreviation else { return }
      let mayBeSmall = run.count > 2 && Self.isCapital([bytes[run.lowerBound]])
      if names.contains(name) || mayBeSmall && names.contains(name.lowercased()) {
        found.insert(name)
      }
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
    isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "_")
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
