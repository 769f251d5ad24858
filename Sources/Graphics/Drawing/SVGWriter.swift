/// Builds SVG text; the one place where characters are escaped and lengths are written.
struct SVGWriter {
  private(set) var text = ""
  private var openElements: [String] = []

  /// Writes a start tag and a line end. Values are escaped; attributes keep their order.
  mutating func open(_ element: String, _ attributes: SVGAttributes = [:]) {
    startTag(element, attributes)
    text += ">\n"
    openElements.append(element)
  }

  /// Writes the end tag of the innermost open element, and a line end.
  mutating func close() {
    guard let element = openElements.popLast() else { return }
    text += "</\(element)>\n"
  }

  /// Writes an element without content.
  mutating func empty(_ element: String, _ attributes: SVGAttributes) {
    startTag(element, attributes)
    text += "/>\n"
  }

  /// Writes an element that holds a text.
  mutating func element(_ element: String, _ attributes: SVGAttributes = [:], text content: String) {
    startTag(element, attributes)
    text += ">" + Self.escaped(content) + "</\(element)>\n"
  }

  /// Writes elements that hold short texts on one line.
  mutating func elements(_ element: String, _ contents: [(SVGAttributes, text: String)]) {
    for (attributes, content) in contents {
      startTag(element, attributes)
      text += ">" + Self.escaped(content) + "</\(element)>"
    }
    text += "\n"
  }

  private mutating func startTag(_ element: String, _ attributes: SVGAttributes) {
    text += "<" + element + Self.text(of: attributes)
  }

  /// Attributes as they stand in a start tag, each after a space.
  static func text(of attributes: SVGAttributes) -> String {
    var text = ""
    for (name, value) in attributes.pairs { text += " \(name)=\"\(escaped(value))\"" }
    return text
  }

  /// A text as XML and HTML both read it, in content and in quoted attributes.
  ///
  /// Characters that XML 1.0 forbids (section 2.2) become U+FFFD.
  static func escaped(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      byte >= 0x20 && byte < 0x7F && byte != 0x22 && byte != 0x26 && byte != 0x3C && byte != 0x3E
    }
    if isPlain { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n", "\r": result += " "
      case "\u{0}"..<" ", "\u{7F}"..<"\u{A0}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A length to a tenth of a unit, in the shortest form: `12`, `12.5`, `-.3`.
  static func length(_ value: Double) -> String { length(tenths: tenths(value)) }

  /// A length that is given in tenths of a unit.
  static func length(tenths: Int) -> String {
    let (whole, tenth) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    let sign = tenths < 0 ? "-" : ""
    if tenth == 0 { return "\(sign)\(whole)" }
    return whole == 0 ? "\(sign).\(tenth)" : "\(sign)\(whole).\(tenth)"
  }

  /// The nearest number of tenths within 10⁶ units; NaN is bounded as well.
  static func tenths(_ value: Double) -> Int {
    Int(((value > -1e6 ? (value < 1e6 ? value : 1e6) : -1e6) * 10).rounded())
  }

  /// A share of a whole, from 0 to 1, to a hundredth: `1`, `.5`, `.75`.
  static func share(_ value: Double) -> String {
    let hundredths = Int((min(max(value, 0), 1) * 100).rounded())
    if hundredths % 10 == 0 { return length(tenths: hundredths / 10) }
    return hundredths < 10 ? ".0\(hundredths)" : ".\(hundredths)"
  }
}
