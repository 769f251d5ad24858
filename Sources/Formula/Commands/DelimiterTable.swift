/// What may stand after `\left`, `\right`, `\middle` and `\big`.
enum DelimiterTable {
  /// The delimiter of an ASCII character; nil for those that are none. The point is not here: it stands for
  /// an invisible delimiter.
  static func character(_ byte: UInt8) -> Symbol? {
    switch byte {
    case UInt8(ascii: "("): SymbolTable.open("(")
    case UInt8(ascii: ")"): SymbolTable.close(")")
    case UInt8(ascii: "["): SymbolTable.open("[")
    case UInt8(ascii: "]"): SymbolTable.close("]")
    case UInt8(ascii: "<"): SymbolTable.open("⟨")
    case UInt8(ascii: ">"): SymbolTable.close("⟩")
    case UInt8(ascii: "|"): Symbol(text: "|", atom: .ordinary, form: .fence)
    case UInt8(ascii: "/"): Symbol(text: "/", atom: .ordinary, form: .explicit)
    default: nil
    }
  }

  /// Whether the symbol of a control sequence may grow: brackets, bars, the backslash and vertical arrows.
  static func accepts(_ symbol: Symbol) -> Bool {
    symbol.form == .fence || symbol.text == "\\" || symbol.text == "/" || growingArrows.contains(symbol.text)
  }

  /// The names of the control sequences among them, for suggestions; in Unicode order.
  static let names = SymbolTable.symbols.filter { accepts($0.symbol) }.map(\.name).sorted()

  private static let growingArrows = ["↑", "↓", "↕", "⇑", "⇓", "⇕"]
}
