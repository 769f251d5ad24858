/// Finds out whether a formula's MathML shows its TeX, so that a page need not hold it twice.
///
/// The pages' script reads the TeX from the document in the same way when a formula is copied; the two change together.
struct ShownTeX {
  private let mathML: UnsafeBufferPointer<UInt8>
  private let tex: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var texPosition = 0

  /// Whether what `<math>` holds shows a formula's TeX, white space aside: it is made of rows, fractions, scripts, texts and
  /// aligned lines, which are written in one way only.
  ///
  /// - Complexity: Linear in the lengths.
  static func shows(_ mathML: String, _ tex: String) -> Bool {
    var (mathML, tex) = (mathML, tex)
    return mathML.withUTF8 { mathML in
      tex.withUTF8 { tex in
        var reader = ShownTeX(mathML: mathML, tex: tex)
        return reader.elements() && reader.position == mathML.count && reader.texIsRead
      }
    }
  }

  /// The signs that are written as commands.
  static let commands: KeyValuePairs<StaticString, StaticString> = [
    "×": "times", "⋅": "cdot", "≈": "approx", "→": "to", "⟹": "implies", "≤": "le", "≥": "ge", "∂": "partial",
    "∇": "nabla", "∞": "infty", "α": "alpha", "β": "beta", "γ": "gamma", "η": "eta", "θ": "theta",
    "λ": "lambda", "μ": "mu", "π": "pi", "σ": "sigma", "Δ": "Delta",
  ]

  /// Reads elements up to the end of the one that holds them, each with its TeX after a separator.
  private mutating func elements(separatedBy separator: StaticString = "") -> Bool {
    var isFirst = true
    while position < mathML.count, !isNext("</") {
      guard isFirst || texTakes(separator), element() else { return false }
      isFirst = false
    }
    return true
  }

  private mutating func element() -> Bool {
    if takes("<mi") { return takesAttributes() && sign() && takes("</mi>") }
    if takes("<mn>") { return sign() && takes("</mn>") }
    if takes("<mo") { return takesAttributes() && sign() && takes("</mo>") }
    if takes("<mrow>") { return elements() && takes("</mrow>") }
    if takes("<mfrac>") {
      return texTakes("\\frac{") && elements(separatedBy: "}{") && texTakes("}") && takes("</mfrac>")
    }
    if takes("<msup>") { return element() && texTakes("^") && script() && takes("</msup>") }
    if takes("<msub>") { return element() && texTakes("_") && script() && takes("</msub>") }
    if takes("<mtext>") { return texTakes("\\text{") && text() && texTakes("}") && takes("</mtext>") }
    if takes("<mtable class=aligned displaystyle=true>") {
      return texTakes("\\begin{aligned}") && elements(separatedBy: "\\\\") && texTakes("\\end{aligned}")
        && takes("</mtable>")
    }
    if takes("<mtr>") { return elements(separatedBy: "&") && takes("</mtr>") }
    if takes("<mtd>") { return elements() && takes("</mtd>") }
    return false
  }

  /// Reads what stands raised or lowered: in braces, if it is more than one sign that is written as it shows.
  private mutating func script() -> Bool {
    let isSingle = ["<mi", "<mn", "<mo"].contains(where: isNext) && isSingleSign
    return isSingle ? element() : texTakes("{") && element() && texTakes("}")
  }

  /// Whether the next element holds one sign that is no command.
  private var isSingleSign: Bool {
    guard let end = mathML[position...].firstIndex(of: UInt8(ascii: ">")), end + 2 < mathML.count else {
      return false
    }
    let isMinus = Self.starts(mathML, at: end + 1, with: "−</mo>")
    return isMinus || (mathML[end + 1] < 0x80 && mathML[end + 2] == UInt8(ascii: "<"))
  }

  /// Reads a sign: as a command, or as it shows.
  private mutating func sign() -> Bool {
    if takes("−") { return texTakes("-") }
    if takes("′") { return texTakes("'") }
    for (sign, command) in Self.commands where takes(sign) { return texTakes("\\") && texTakes(command) }
    return text()
  }

  /// Reads text that TeX takes as it shows.
  private mutating func text() -> Bool {
    while position < mathML.count, mathML[position] != UInt8(ascii: "<") {
      if takes("&lt;") {
        guard texTakes("<") else { return false }
      } else if takes("&gt;") {
        guard texTakes(">") else { return false }
      } else {
        let byte = mathML[position]
        guard byte != UInt8(ascii: "&") else { return false }
        position += 1
        if !Self.isSpace(byte) {
          skipSpace()
          guard texPosition < tex.count, tex[texPosition] == byte else { return false }
          texPosition += 1
        }
      }
    }
    return true
  }

  // MARK: - MathML

  private func isNext(_ text: StaticString) -> Bool { Self.starts(mathML, at: position, with: text) }

  private mutating func takes(_ text: StaticString) -> Bool {
    guard isNext(text) else { return false }
    position += text.utf8CodeUnitCount
    return true
  }

  /// Reads the rest of a start tag.
  private mutating func takesAttributes() -> Bool {
    guard position < mathML.count,
      mathML[position] == UInt8(ascii: " ") || mathML[position] == UInt8(ascii: ">"),
      let end = mathML[position...].firstIndex(of: UInt8(ascii: ">"))
    else { return false }
    position = end + 1
    return true
  }

  // MARK: - TeX

  private var texIsRead: Bool { tex[texPosition...].allSatisfy(Self.isSpace) }

  private mutating func skipSpace() {
    while texPosition < tex.count, Self.isSpace(tex[texPosition]) { texPosition += 1 }
  }

  private mutating func texTakes(_ text: StaticString) -> Bool {
    if text.utf8CodeUnitCount == 0 { return true }
    skipSpace()
    guard Self.starts(tex, at: texPosition, with: text) else { return false }
    texPosition += text.utf8CodeUnitCount
    return true
  }

  private static func starts(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, with text: StaticString)
    -> Bool
  {
    let count = text.utf8CodeUnitCount
    guard bytes.count - start >= count else { return false }
    for offset in 0..<count where bytes[start + offset] != text.utf8Start[offset] { return false }
    return true
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
