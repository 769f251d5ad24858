/// Makes the headings' slugs, each unique in its lesson.
///
/// A slug is GitHub's: lowercase letters and digits, `-` for spaces, no punctuation but `-` and `_`; except
/// that Latin letters lose their accents (`Comprensión` → `comprension`).
struct Slugs {
  private var used: Set<String> = []
  /// How many headings have had a slug.
  private var counts: [String: Int] = [:]

  /// The slug of a heading; the second of the same name ends with `-1`.
  mutating func slug(of content: [Inline], _ formulas: [FormulaSpan]) -> String {
    var plain = ""
    Self.collect(content, formulas, into: &plain)
    var base = Self.slug(of: plain)
    if base.isEmpty { base = "section" }
    var slug = base
    while !used.insert(slug).inserted {
      let count = counts[base, default: 0] + 1
      counts[base] = count
      slug = "\(base)-\(count)"
    }
    return slug
  }

  /// Appends the text of inlines; their nesting is bounded by the parser.
  private static func collect(_ inlines: [Inline], _ formulas: [FormulaSpan], into text: inout String) {
    for inline in inlines {
      switch inline {
      case .text(let part), .code(let part): text += part
      case .formula(let index): text += formulas[index].tex
      case .emphasis(let content), .strong(let content), .link(_, _, let content, _),
        .image(_, _, let content, _):
        collect(content, formulas, into: &text)
      case .reference(let label, _): text += label
      case .softBreak, .hardBreak: text += " "
      case .cell, .footnote, .checkbox, .html, .comment: break
      }
    }
  }

  static func slug(of text: String) -> String {
    var slug = ""
    for scalar in text.lowercased().unicodeScalars {
      switch scalar {
      case " ": slug += "-"
      case "-", "_": slug.unicodeScalars.append(scalar)
      case "\u{300}"..."\u{36F}": continue
      case _ where scalar.isASCII:
        if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
          slug.unicodeScalars.append(scalar)
        }
      default: slug += folded(scalar)
      }
    }
    while slug.hasPrefix("-") { slug.removeFirst() }
    while slug.hasSuffix("-") { slug.removeLast() }
    return slug
  }

  /// A letter without its accents, by its Unicode name (`LATIN SMALL LETTER O WITH ACUTE`); nothing for
  /// punctuation.
  private static func folded(_ scalar: Unicode.Scalar) -> String {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .decimalNumber, .letterNumber:
      break
    default:
      return ""
    }
    if scalar == "ß" { return "ss" }
    let words = (properties.name ?? "").split(separator: " ")
    guard words.count >= 4, words[0] == "LATIN", words[1] == "SMALL" else { return String(scalar) }
    let base = words[3]
    let isPlain = words[2] == "LETTER" && (words.count == 4 || words[4] == "WITH") && base.count <= 2
    let isLigature = words[2] == "LIGATURE" && words.count == 4
    return isPlain || isLigature ? base.lowercased() : String(scalar)
  }
}
