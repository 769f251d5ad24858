/// Unicode's raised and lowered characters, which say what TeX says with `^` and `_`.
enum RaisedCharacters {
  /// The characters that they raise, in TeX.
  private static let raised = table(
    "⁰0 ¹1 ²2 ³3 ⁴4 ⁵5 ⁶6 ⁷7 ⁸8 ⁹9 ⁺+ ⁻- ⁼= ⁽( ⁾) ᵃa ᵇb ᶜc ᵈd ᵉe ᶠf ᵍg ʰh ⁱi ʲj ᵏk ˡl ᵐm ⁿn ᵒo ᵖp ʳr ˢs ᵗt ᵘu ᵛv ʷw ˣx ʸy ᶻz ᵀT"
  )
  /// The characters that they lower, in TeX.
  private static let lowered = table(
    "₀0 ₁1 ₂2 ₃3 ₄4 ₅5 ₆6 ₇7 ₈8 ₉9 ₊+ ₋- ₌= ₍( ₎) ₐa ₑe ₕh ᵢi ⱼj ₖk ₗl ₘm ₙn ₒo ₚp ᵣr ₛs ₜt ᵤu ᵥv ₓx")

  /// Whether a character is one of them.
  static func holds(_ scalar: Unicode.Scalar) -> Bool { raised[scalar] != nil || lowered[scalar] != nil }

  /// What a character stands for, and whether it is raised; nil for others.
  static func meaning(_ scalar: Unicode.Scalar) -> (byte: UInt8, isRaised: Bool)? {
    raised[scalar].map { ($0, true) } ?? lowered[scalar].map { ($0, false) }
  }

  private static func table(_ text: String) -> [Unicode.Scalar: UInt8] {
    var table: [Unicode.Scalar: UInt8] = [:]
    for pair in text.split(separator: " ") {
      if let scalar = pair.unicodeScalars.first, let byte = pair.utf8.last { table[scalar] = byte }
    }
    return table
  }
}

extension Parser {
  /// The character here, left unread.
  var nextScalar: Unicode.Scalar {
    var copy = self
    return copy.readScalar()
  }

  /// Raised characters in a row, or lowered ones, as a script; nil where none comes next.
  mutating func raisedCharacters() -> (script: Node, isRaised: Bool)? {
    guard let byte = peek, byte >= 0x80, let first = RaisedCharacters.meaning(nextScalar) else { return nil }
    let start = position
    var text: [UInt8] = []
    while let byte = peek, byte >= 0x80, let next = RaisedCharacters.meaning(nextScalar),
      next.isRaised == first.isRaised
    {
      text.append(next.byte)
      _ = readScalar()
    }
    var inner = Parser(text, depth: depth)
    let nodes = (try? inner.row()) ?? []
    let placed = nodes.map { Node(kind: $0.kind, range: start..<position) }
    return (Self.single(placed, start..<position), first.isRaised)
  }
}
