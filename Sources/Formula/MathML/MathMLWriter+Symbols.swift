extension MathMLWriter {
  /// Eighteenths of an em as a length, to a thousandth.
  static func ems(_ space: Int) -> String { space == 0 ? "0" : length((space * 1000 + 9) / 18 * 10) }

  /// Ten-thousandths of an em as a length.
  static func length(_ width: Int) -> String {
    let magnitude = abs(width)
    var fraction = String(magnitude % 10000 + 10000).dropFirst()
    while fraction.last == "0" { fraction.removeLast() }
    let sign = width < 0 ? "-" : ""
    if fraction.isEmpty { return "\(sign)\(magnitude / 10000)em" }
    return "\(sign)\(magnitude < 10000 ? "" : String(magnitude / 10000)).\(fraction)em"
  }

  mutating func writeSymbol(_ symbol: Symbol, at place: OperatorPlace) {
    switch symbol.form {
    case .letter:
      writeWord(symbol.text, font)
    case .uprightLetter:
      let scalar = symbol.text.unicodeScalars.first.map { Alphabet.character($0, font) }
      let isChanged = scalar.map { String($0) } != symbol.text
      output += isChanged || font == .italic ? "<mi>" : "<mi mathvariant=normal>"
      if let scalar { output.unicodeScalars.append(scalar) }
      output += "</mi>"
    case .sign:
      output += "<mi>"
      escape(symbol.text)
      output += "</mi>"
    case .regular, .explicit, .fence, .large, .integral:
      writeOperator(symbol, at: place)
    }
  }

  /// Writes letters as one identifier. A single one is italic in MathML unless it says otherwise.
  mutating func writeWord(_ word: String, _ font: Font) {
    if let looks = Alphabet.looks(font), word.unicodeScalars.contains(where: Alphabet.lacks) {
      output += "<mi style=\(looks)>\(word)</mi>"
      return
    }
    let isSingle = word.unicodeScalars.count == 1
    output += isSingle && font == .roman ? "<mi mathvariant=normal>" : "<mi>"
    if font == .normal || font == .roman || (isSingle && font == .italic) {
      output += word
    } else {
      for scalar in word.unicodeScalars { output.unicodeScalars.append(Alphabet.character(scalar, font)) }
    }
    output += "</mi>"
  }

  mutating func writeNumber(_ text: String) {
    output += "<mn>"
    if font == .normal {
      output += text
    } else {
      for scalar in text.unicodeScalars { output.unicodeScalars.append(Alphabet.character(scalar, font)) }
    }
    output += "</mn>"
  }

  /// Writes text. Space at its edges would be lost without being made unbreakable.
  mutating func writeText(_ text: String, _ style: TextStyle) {
    switch style {
    case .plain: output += "<mtext>"
    case .bold: output += "<mtext style=\"font-weight:bold\">"
    case .italic: output += "<mtext style=\"font-style:italic\">"
    case .sans: output += "<mtext style=\"font-family:sans-serif\">"
    case .mono: output += "<mtext style=\"font-family:monospace\">"
    }
    var words = Substring(text)
    if words.first == " " {
      words.removeFirst()
      output += "\u{A0}"
    }
    let endsInSpace = words.last == " "
    if endsInSpace { words.removeLast() }
    escape(String(words))
    if endsInSpace { output += "\u{A0}" }
    output += "</mtext>"
  }

  /// Writes horizontal space. A negative width is not valid for `mspace`, a negative margin is.
  mutating func writeSpace(_ width: Int) {
    let length = Self.length(width)
    output += width < 0 ? "<mspace style=\"margin-left:\(length)\"/>" : "<mspace width=\(length) />"
  }

  /// Writes an operator that does not grow, with the attributes that its defaults need to space as TeX does.
  private mutating func writeOperator(_ symbol: Symbol, at place: OperatorPlace) {
    output += "<mo"
    // Also where nothing is higher than the bracket: Chromium takes a wider glyph for one that may grow.
    if symbol.form == .fence { output += " stretchy=false" }
    if style.display, symbol.isLargeInFirefox { output += " largeop=false" }
    if font == .bold || font == .boldItalic { output += " style=\"font-weight:bold\"" }
    writeSpacing(symbol, at: place)
    output += ">"
    escape(symbol.text)
    output += "</mo>"
  }

  private mutating func writeSpacing(
    _ symbol: Symbol, at place: OperatorPlace
  ) {
    if symbol.hasPrefixForm && place.isSign && place.isTight {
      if place.form != .prefix { output += " form=prefix" }
      return
    }
    if symbol.hasPrefixForm && place.form == .prefix { output += " form=infix" }
    if symbol.isBar && place.isTight {
      output += " form=prefix"
      return
    }
    if let usual = Self.usualSpaces(symbol), usual == (place.left, place.right) { return }
    output += " lspace=\(Self.ems(place.left)) rspace=\(Self.ems(place.right))"
  }

  /// What browsers put around an operator that says nothing, in eighteenths of an em; nil where they differ.
  private static func usualSpaces(_ symbol: Symbol) -> (Int, Int)? {
    switch symbol.form {
    case .explicit: return nil
    case .fence: return symbol.isCommonBracket ? (0, 0) : nil
    case .large, .integral: return (3, 3)
    case .regular, .letter, .uprightLetter, .sign:
      switch symbol.atom {
      case .relation: return (5, 5)
      case .binary: return (4, 4)
      case .punctuation: return (0, 3)
      default: return nil
      }
    }
  }
}
