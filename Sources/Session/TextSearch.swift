/// The places of a text in another: where its bytes stand there, and begin and end with characters of the other.
///
/// Knuth, Morris and Pratt's algorithm.
struct TextSearch {
  let text: Substring
  private let bytes: [UInt8]
  private let wanted: [UInt8]
  /// How many bytes of what is sought end, at each of its bytes, like they begin.
  private let borders: [Int]

  /// - Complexity: Linear in the bytes of both.
  init(for sought: String, in text: Substring) {
    self.text = text
    bytes = Array(text.utf8)
    wanted = Array(sought.utf8)
    var borders = [0]
    for byte in wanted.dropFirst() {
      var length = borders[borders.count - 1]
      while length > 0 && wanted[length] != byte { length = borders[length - 1] }
      borders.append(wanted[length] == byte ? length + 1 : 0)
    }
    self.borders = borders
  }

  /// The first place from an offset in bytes on that is accepted; places may overlap. None is that of an empty text.
  ///
  /// - Complexity: Linear in the bytes up to the place.
  func first(from start: Int, where accepts: (Range<Int>) -> Bool = { _ in true }) -> Range<Int>? {
    guard !wanted.isEmpty else { return nil }
    var matched = 0
    var at = start
    while at < bytes.count {
      while matched > 0 && bytes[at] != wanted[matched] { matched = borders[matched - 1] }
      if bytes[at] == wanted[matched] { matched += 1 }
      at += 1
      if matched == wanted.count {
        let place = at - matched..<at
        if isWhole(place), accepts(place) { return place }
        matched = borders[matched - 1]
      }
    }
    return nil
  }

  /// The piece of the text between two offsets.
  func piece(_ range: Range<Int>) -> Substring {
    let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
    return text[start..<text.utf8.index(start, offsetBy: range.count)]
  }

  var end: Int { bytes.count }

  private func isWhole(_ range: Range<Int>) -> Bool {
    if bytes[range.lowerBound] < 128 && (range.upperBound == bytes.count || bytes[range.upperBound] < 128) {
      return true
    }
    let found = piece(range)
    return [found.startIndex, found.endIndex].allSatisfy {
      $0 == text.endIndex || String.Index($0, within: text) != nil
    }
  }
}
