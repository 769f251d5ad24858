/// A formula as the tokens that a translation must keep: commands and characters.
///
/// What languages write differently does not count:
/// - white space;
/// - what stands in `\text{…}` and its kin;
/// - a word of three letters or more, or several words, in `\mathrm{…}`, `\operatorname{…}`, or as a whole
///   index or exponent (`x_{nuevo}`): `d` in `\mathrm{d}x` and `x_{ij}` must stay as they are;
/// - `{,}` between digits, which is a decimal point.
struct NormalisedTeX {
  private let bytes: [UInt8]
  private var position = 0

  /// Stands for words that are free.
  static let word = "word"
  private static let texts: Set<String> = [
    "\\text", "\\textrm", "\\textbf", "\\textit", "\\textsf", "\\texttt", "\\textnormal", "\\mbox", "\\tag",
  ]
  private static let upright: Set<String> = ["\\mathrm", "\\operatorname", "\\mathit", "\\mathsf", "_", "^"]

  private init(_ tex: String) {
    bytes = Array(tex.utf8)
  }

  /// The tokens of some TeX with their UTF-8 offsets in it.
  ///
  /// - Complexity: Linear in the length of the TeX, but for words that are never closed.
  static func tokens(of tex: String) -> [(text: String, range: Range<Int>)] {
    var tex = NormalisedTeX(tex)
    var tokens: [(text: String, range: Range<Int>)] = []
    while let token = tex.next() {
      tokens.append(token)
      if Self.texts.contains(token.text), let group = tex.group() {
        tokens.append((Self.word, group))
      } else if Self.upright.contains(token.text), let group = tex.group(where: Self.isWords) {
        tokens.append((Self.word, group))
      }
    }
    return tokens
  }

  /// The next command or character; a decimal comma as a point.
  private mutating func next() -> (text: String, range: Range<Int>)? {
    while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
    guard position < bytes.count else { return nil }
    let start = position
    position += 1
    switch bytes[start] {
    case UInt8(ascii: "\\"):
      while position < bytes.count, Self.isLetter(bytes[position]) { position += 1 }
      if position == start + 1, position < bytes.count { position = endOfCharacter(at: position) }
    case UInt8(ascii: "{")
    where start > 0 && isDigit(start - 1) && isDigit(start + 3)
      && bytes[start..<start + 3].elementsEqual("{,}".utf8):
      position = start + 3
      return (".", start..<position)
    default: position = endOfCharacter(at: start)
    }
    return (String(decoding: bytes[start..<position], as: UTF8.self), start..<position)
  }

  /// Skips a `{…}` that follows at once, and gives what stands in it.
  private mutating func group(where isFree: (ArraySlice<UInt8>) -> Bool = { _ in true }) -> Range<Int>? {
    var start = position
    while start < bytes.count, bytes[start] <= 0x20 { start += 1 }
    guard start < bytes.count, bytes[start] == UInt8(ascii: "{") else { return nil }
    var depth = 0
    var end = start
    while end < bytes.count {
      switch bytes[end] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "\\"): end += 1
      default: break
      }
      if depth == 0 { break }
      end += 1
    }
    guard end < bytes.count, isFree(bytes[start + 1..<end]) else { return nil }
    position = end + 1
    return start + 1..<end
  }

  /// Whether a group holds nothing but words, three letters or more in all.
  private static func isWords(_ group: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: group, as: UTF8.self)
    return text.allSatisfy { $0.isLetter || $0.isWhitespace || $0 == "-" }
      && text.count(where: \.isLetter) >= 3
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }

  private func isDigit(_ index: Int) -> Bool {
    index < bytes.count && bytes[index] >= 0x30 && bytes[index] <= 0x39
  }

  /// The end of the UTF-8 character that starts at an index.
  private func endOfCharacter(at start: Int) -> Int {
    var end = start + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }
}
