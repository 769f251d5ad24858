/// Estimated sizes of text, without a font.
///
/// Figures inherit the page's font, which is not known when they are made. Widths are those of common
/// sans-serif faces, taken wide, so margins computed from them hold for most fonts.
enum TextMetrics {
  /// The estimated width of a line, in the unit of `size`.
  static func width(of text: String, size: Double) -> Double {
    text.reduce(0) { $0 + width(of: $1) } * size
  }

  /// The longest beginning of a line that fits, with an ellipsis where something is cut.
  static func truncated(_ text: String, to width: Double, size: Double) -> String {
    let room = width - self.width(of: "…", size: size)
    var used = 0.0
    var fitting = text.startIndex
    for index in text.indices {
      used += self.width(of: text[index]) * size
      if used <= room { fitting = text.index(after: index) }
      if used > width { return text[..<fitting].trimmingTrailingSpace + "…" }
    }
    return text
  }

  /// Breaks a text between words into lines that fit, at most `limit`; the last is cut where the text is
  /// longer.
  static func lines(_ text: String, width: Double, size: Double, limit: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var words = text.split(separator: " ")[...]
    while let word = words.first {
      let longer = line.isEmpty ? String(word) : line + " " + word
      if line.isEmpty || self.width(of: longer, size: size) <= width {
        line = longer
        words.removeFirst()
      } else if lines.count + 1 < limit {
        lines.append(line)
        line = ""
      } else {
        line = line + " " + words.joined(separator: " ")
        break
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines.map { truncated($0, to: width, size: size) }
  }

  /// In ems.
  private static func width(of character: Character) -> Double {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    switch scalar {
    case " ", "\u{202F}", ".", ",", ":", ";", "i", "j", "l", "I", "|", "!", "'", "(", ")", "[", "]", "f", "t",
      "r":
      return 0.34
    case "m", "w", "M", "W", "%", "@", "…", "—": return 0.95
    case "−", "×", "+", "=", "<", ">", "~": return 0.8
    case "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹", "⁻": return 0.46
    case "A"..."Z": return 0.72
    case "\u{0}"..."\u{10FF}", "\u{1E00}"..."\u{2BFF}": return 0.64
    default: return 1
    }
  }
}

extension Substring {
  fileprivate var trimmingTrailingSpace: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
