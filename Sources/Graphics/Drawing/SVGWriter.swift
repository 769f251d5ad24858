/// Builds SVG text; the one place where characters are escaped and lengths are written.
struct SVGWriter {
  private(set) var text = ""
  private var openElements: [String] = []

  /// Writes a start tag and a line end. Values are escaped; attributes keep their order.
  mutating func open(_ element: String, _ attributes: KeyValuePairs<String, String> = [:]) {
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
  mutating func empty(_ element: String, _ attributes: KeyValuePairs<String, String>) {
    startTag(element, attributes)
    text += "/>\n"
  }

  /// Writes an element that holds a text.
  mutating func element(_ element: String, _ attributes: KeyValuePairs<String, String>, text content: String)
  {
    startTag(element, attributes)
    text += ">" + Self.escaped(content) + "</\(element)>\n"
  }

  private mutating func startTag(_ element: String, _ attributes: KeyValuePairs<String, String>) {
    text += "<" + element
    for (name, value) in attributes { text += " \(name)=\"\(Self.escaped(value))\"" }
  }

  /// A text as XML and HTML both read it, in content and in quoted attributes.
  ///
  /// Characters that XML 1.0 forbids (section 2.2) become U+FFFD.
  static func escaped(_ text: String) -> String {
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

  /// A length with at most two decimals, in the shortest form: `12`, `12.5`, `-0.25`.
  static func length(_ value: Double) -> String {
    // Written so that NaN is bounded as well.
    let bounded = value > -1e6 ? (value < 1e6 ? value : 1e6) : -1e6
    let hundredths = Int((bounded * 100).rounded())
    let magnitude = hundredths.magnitude
    var text = (hundredths < 0 ? "-" : "") + String(magnitude / 100)
    if magnitude % 100 != 0 {
      text += "." + String(magnitude / 10 % 10)
      if magnitude % 10 != 0 { text += String(magnitude % 10) }
    }
    return text
  }
}
