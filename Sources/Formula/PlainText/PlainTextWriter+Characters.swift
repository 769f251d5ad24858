extension PlainTextWriter {
  static func text(of nodes: [Node], isTight: Bool = false) -> String {
    var writer = PlainTextWriter(isTight: isTight)
    writer.write(nodes)
    return writer.text.last == " " ? String(writer.text.dropLast()) : writer.text
  }

  /// What stands beside a slash or under a root: in parentheses unless it is one word or number.
  static func operand(_ nodes: [Node]) -> String {
    let text = text(of: nodes)
    return isOneWord(text) ? text : "(\(text))"
  }

  /// Whether a text needs no parentheses: letters, digits and what is attached to them.
  static func isOneWord(_ text: String) -> Bool {
    text.allSatisfy { character in
      character.isLetter || character.isNumber || character == "." || character == "′" || character == "∂"
    }
  }

  /// A text in raised characters; nil where Unicode lacks one.
  static func raised(_ text: String) -> String? { shifted(text, raisedCharacters) }

  /// A text in lowered characters; nil where Unicode lacks one.
  static func lowered(_ text: String) -> String? { shifted(text, loweredCharacters) }

  private static func shifted(_ text: String, _ table: [Character: Character]) -> String? {
    let characters = text.compactMap { table[$0] }
    return characters.count == text.count ? String(characters) : nil
  }

  private static let raisedCharacters = table("0123456789+−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ")
  private static let loweredCharacters = table("0123456789+−=()aeijkmnpt", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑᵢⱼₖₘₙₚₜ")

  private static func table(_ plain: String, _ shifted: String) -> [Character: Character] {
    Dictionary(uniqueKeysWithValues: zip(plain, shifted))
  }

  /// The combining characters of marks over a letter.
  static let combining: [String: String] = [
    "ˆ": "\u{302}", "ˇ": "\u{30C}", "˜": "\u{303}", "´": "\u{301}", "`": "\u{300}", "˙": "\u{307}",
    "¨": "\u{308}", "˘": "\u{306}", "¯": "\u{304}", "→": "\u{20D7}", "˚": "\u{30A}", "‾": "\u{305}",
  ]
}

extension Decoration {
  /// Whether what it holds is seen.
  var isShown: Bool {
    switch self {
    case .phantom, .horizontalPhantom, .verticalPhantom: false
    case .box, .strikeUp, .strikeDown, .strikeBoth, .strikeThrough, .angle, .smash, .overlap: true
    }
  }
}
