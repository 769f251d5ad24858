/// The mathematical alphabets of Unicode (The Unicode Standard, "Mathematical Alphanumeric Symbols").
///
/// MathML Core ignores `mathvariant="bold"` and the like, so letters of another alphabet are other characters.
enum Alphabet {
  /// The character for a letter or digit in an alphabet; itself where the alphabet lacks it.
  static func character(_ scalar: Unicode.Scalar, _ font: Font) -> Unicode.Scalar {
    let value = scalar.value
    switch value {
    case 0x41...0x5A: return latin(value - 0x41, font, scalar)
    case 0x61...0x7A: return latin(value - 0x61 + 26, font, scalar)
    case 0x30...0x39: return digit(value - 0x30, font, scalar)
    case 0x391...0x3C9, 0x2207, 0x2202, 0x3F5, 0x3D1, 0x3F0, 0x3D5, 0x3F1, 0x3D6: return greek(scalar, font)
    default: return scalar
    }
  }

  /// Whether every alphabet lacks a letter: it is neither Latin without accents nor Greek, nor one of the signs that are
  /// made from letters.
  static func lacks(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0xC0, 0x370..<0x400, 0x2000..<0x2C00, 0x1D400..<0x1D800: false
    default: scalar.properties.isAlphabetic
    }
  }

  /// The CSS, without spaces, of letters that an alphabet lacks, such as those with accents; nil where it cannot tell.
  static func looks(_ font: Font) -> String? {
    switch font {
    case .bold: "font-weight:bold"
    case .italic: "font-style:italic"
    case .boldItalic: "font-weight:bold;font-style:italic"
    case .sans: "font-family:sans-serif"
    case .sansBold: "font-family:sans-serif;font-weight:bold"
    case .sansItalic: "font-family:sans-serif;font-style:italic"
    case .mono: "font-family:monospace"
    case .normal, .roman, .script, .boldScript, .fraktur, .boldFraktur, .doubleStruck: nil
    }
  }

  /// The first letter of each run of 52 Latin letters; nil: letters as they are.
  private static func latinStart(_ font: Font) -> UInt32? {
    switch font {
    case .normal, .roman: nil
    case .bold: 0x1D400
    case .italic: 0x1D434
    case .boldItalic: 0x1D468
    case .script: 0x1D49C
    case .boldScript: 0x1D4D0
    case .fraktur: 0x1D504
    case .doubleStruck: 0x1D538
    case .boldFraktur: 0x1D56C
    case .sans: 0x1D5A0
    case .sansBold: 0x1D5D4
    case .sansItalic: 0x1D608
    case .mono: 0x1D670
    }
  }

  private static func latin(_ index: UInt32, _ font: Font, _ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard let start = latinStart(font) else { return scalar }
    return earlier[start + index] ?? Unicode.Scalar(start + index) ?? scalar
  }

  /// Letters that Unicode had before the alphabets, and left out of them.
  private static let earlier: [UInt32: Unicode.Scalar] = [
    0x1D455: "ℎ", 0x1D49D: "ℬ", 0x1D4A0: "ℰ", 0x1D4A1: "ℱ", 0x1D4A3: "ℋ", 0x1D4A4: "ℐ", 0x1D4A7: "ℒ",
    0x1D4A8: "ℳ", 0x1D4AD: "ℛ", 0x1D4BA: "ℯ", 0x1D4BC: "ℊ", 0x1D4C4: "ℴ", 0x1D506: "ℭ", 0x1D50B: "ℌ",
    0x1D50C: "ℑ", 0x1D515: "ℜ", 0x1D51D: "ℨ", 0x1D53A: "ℂ", 0x1D53F: "ℍ", 0x1D545: "ℕ", 0x1D547: "ℙ",
    0x1D548: "ℚ", 0x1D549: "ℝ", 0x1D551: "ℤ",
  ]

  private static func digit(_ index: UInt32, _ font: Font, _ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let start: UInt32
    switch font {
    case .bold, .boldItalic: start = 0x1D7CE
    case .doubleStruck: start = 0x1D7D8
    case .sans: start = 0x1D7E2
    case .sansBold: start = 0x1D7EC
    case .mono: start = 0x1D7F6
    default: return scalar
    }
    return Unicode.Scalar(start + index) ?? scalar
  }

  /// Greek has bold, italic and bold italic runs of 58: capitals, nabla, small letters, and six variants.
  private static func greek(_ scalar: Unicode.Scalar, _ font: Font) -> Unicode.Scalar {
    let isCapital = scalar.value < 0x3B1 || scalar == "∇"
    let start: UInt32
    switch font {
    case .bold where isCapital, .boldItalic where isCapital: start = 0x1D6A8
    case .italic where isCapital: start = 0x1D6E2
    case .boldItalic: start = 0x1D71C
    default: return scalar
    }
    let index: UInt32
    switch scalar {
    case "∇": index = 25
    case "∂": index = 51
    case "ϵ": index = 52
    case "ϑ": index = 53
    case "ϰ": index = 54
    case "ϕ": index = 55
    case "ϱ": index = 56
    case "ϖ": index = 57
    default: index = isCapital ? scalar.value - 0x391 : scalar.value - 0x3B1 + 26
    }
    return Unicode.Scalar(start + index) ?? scalar
  }
}
