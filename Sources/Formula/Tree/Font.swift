/// The alphabet that letters and digits are taken from.
enum Font: Hashable, Sendable {
  /// Italic letters, upright digits.
  case normal
  case roman, bold, italic, boldItalic, script, boldScript, fraktur, boldFraktur, doubleStruck
  case sans, sansBold, sansItalic, mono

  /// The alphabet for a font command inside another.
  func inside(_ outer: Font) -> Font {
    let bold = outer == .bold || outer == .boldItalic || outer == .boldScript || outer == .boldFraktur
    switch self {
    case .script where bold: return .boldScript
    case .fraktur where bold: return .boldFraktur
    case .sans where bold: return .sansBold
    case .roman where bold: return .bold
    case .italic where bold: return .boldItalic
    case .boldItalic where outer == .script: return .boldScript
    case .boldItalic where outer == .fraktur: return .boldFraktur
    case .boldItalic where outer == .roman: return .bold
    case .boldItalic where outer == .sans: return .sansBold
    default: return self
    }
  }

  /// Whether letters in a row make one word rather than a product.
  var makesWords: Bool {
    switch self {
    case .roman, .bold, .italic, .sans, .sansBold, .sansItalic, .mono: true
    default: false
    }
  }
}
