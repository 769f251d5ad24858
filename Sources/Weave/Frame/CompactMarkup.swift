/// HTML without what authors may leave out, byte for byte the same document to a browser.
///
/// Templates and articles quote every value and end every element, as is easiest to read and write. A page goes without
/// the quotes that its values do not need, without the end tags of paragraphs, list items and table cells where what comes
/// next ends them (HTML Standard, 13.1.2.3 and 13.1.2.4), and without line ends at the start and the end of blocks.
struct CompactMarkup {
  private let html: [UInt8]
  private var position = 0
  private(set) var bytes: [UInt8] = []

  /// A document made compact; from a tag on that is not whole, it stays as it is.
  ///
  /// - Complexity: Linear in the length.
  static func compact(_ html: [UInt8]) -> [UInt8] {
    var markup = CompactMarkup(html)
    markup.run()
    return markup.bytes
  }

  private init(_ html: [UInt8]) {
    self.html = html
    bytes.reserveCapacity(html.count)
  }

  private mutating func run() {
    while let start = html[position...].firstIndex(of: UInt8(ascii: "<")) {
      copyText(to: start)
      if starts(with: "<!--") {
        copy(through: "-->")
      } else if starts(with: "<![CDATA[") {
        copy(through: "]]>")
      } else if let name = name(at: start + 1) {
        guard writeStartTag(name) else { break }
        if Self.rawTexts.contains(name) { copyText(of: name) }
        let startsLine = position < html.count && html[position] == UInt8(ascii: "\n")
        if startsLine, Self.blocks.contains(name) { position += 1 }
      } else if starts(with: "</"), let name = name(at: start + 2), let end = end(of: name) {
        let isOmitted = mayOmitEnd(of: name, before: end)
        if isOmitted || Self.blocks.contains(name), bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
        if isOmitted { position = end } else { copy(to: end) }
      } else {
        copy(to: start + 1)
      }
    }
    copyText(to: html.count)
  }

  // MARK: - End tags

  /// The end of an end tag at the current position; nil where there is more in it than its name.
  private func end(of name: String) -> Int? {
    let end = position + 2 + name.utf8.count
    return end < html.count && html[end] == UInt8(ascii: ">") ? end + 1 : nil
  }

  /// Whether what comes after an end tag ends the element, too.
  private func mayOmitEnd(of name: String, before end: Int) -> Bool {
    guard let ends = Self.impliedEnds[name] else { return false }
    guard let next = html[end...].firstIndex(where: { !Self.isSpace($0) }) else { return name == "html" }
    guard html[next] == UInt8(ascii: "<") else { return false }
    if let follower = self.name(at: next + 1) { return ends.followers.contains(follower) }
    guard next + 1 < html.count, html[next + 1] == UInt8(ascii: "/"), let parent = self.name(at: next + 2)
    else { return false }
    return ends.parents.contains(parent)
  }

  /// Elements at whose start and end white space shows nothing.
  private static let blocks: Set<String> = [
    "article", "aside", "blockquote", "details", "div", "figure", "footer", "g", "header", "li", "main",
    "nav", "ol",
    "section", "svg", "table", "tbody", "thead", "tr", "ul",
  ]

  /// Where an element ends without its end tag: before the start of some elements, and at the end of some that hold it.
  private static let impliedEnds: [String: (followers: Set<String>, parents: Set<String>)] = [
    "li": (["li"], ["ol", "ul"]),
    "p": (
      [
        "article", "aside", "blockquote", "details", "div", "figure", "footer", "form", "h1", "h2", "h3",
        "h4", "h5",
        "h6", "header", "hr", "main", "nav", "ol", "p", "pre", "section", "table", "ul",
      ],
      [
        "article", "aside", "blockquote", "details", "div", "fieldset", "footer", "li", "main", "nav",
        "section", "td",
      ]
    ),
    "head": (["body"], []), "body": ([], ["html"]), "html": ([], []),
    "td": (["td", "th"], ["tr"]), "th": (["td", "th"], ["tr"]), "tr": (["tr"], ["tbody", "thead"]),
  ]

  // MARK: - Start tags

  /// Elements that hold no tags.
  private static let rawTexts: Set<String> = ["script", "style", "textarea", "title"]

  /// Writes the start tag at the current position; false where it has no end.
  private mutating func writeStartTag(_ name: String) -> Bool {
    let start = position
    let length = bytes.count
    copy(to: position + 1 + name.utf8.count)
    while position < html.count {
      let byte = html[position]
      if byte == UInt8(ascii: ">") {
        copy(to: position + 1)
        return true
      }
      if byte == UInt8(ascii: "="), position + 1 < html.count, Self.isQuote(html[position + 1]) {
        guard let end = html[(position + 2)...].firstIndex(of: html[position + 1]) else { break }
        let needsQuotes = position + 2 == end || html[position + 2..<end].contains(where: Self.needsQuotes)
        let isLast = end + 1 < html.count && html[end + 1] == UInt8(ascii: "/")
        if needsQuotes || html[end - 1] == UInt8(ascii: "/") {
          copy(to: end + 1)
        } else {
          bytes.append(byte)
          bytes.append(contentsOf: html[position + 2..<end])
          if isLast { bytes.append(UInt8(ascii: " ")) }
          position = end + 1
        }
      } else {
        copy(to: position + 1)
      }
    }
    bytes.removeSubrange(length...)
    position = start
    return false
  }

  private static func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool { isSpace(byte) || "\"'=<>`".utf8.contains(byte) }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
  }

  // MARK: - Reading

  /// The name of an element at a position, in small letters; nil where none starts.
  private func name(at start: Int) -> String? {
    guard start < html.count, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(html[start] | 0x20) else {
      return nil
    }
    let name = html[start...].prefix {
      !Self.isSpace($0) && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/")
    }
    return String(decoding: name, as: UTF8.self).lowercased()
  }

  private func starts(with text: String) -> Bool { html[position...].starts(with: text.utf8) }

  private mutating func copy(to end: Int) {
    bytes.append(contentsOf: html[position..<end])
    position = end
  }

  /// Copies a text, in which `>` needs no reference.
  private mutating func copyText(to end: Int) {
    while let reference = html[position..<end].firstRange(of: "&gt;".utf8) {
      copy(to: reference.lowerBound)
      bytes.append(UInt8(ascii: ">"))
      position = reference.upperBound
    }
    copy(to: end)
  }

  private mutating func copy(through text: String) {
    copy(to: html[position...].firstRange(of: text.utf8)?.upperBound ?? html.count)
  }

  /// Copies up to the end tag of an element that holds no tags.
  private mutating func copyText(of element: String) {
    while let tag = html[position...].firstRange(of: "</".utf8) {
      copy(to: tag.lowerBound)
      if name(at: tag.upperBound) == element { return }
      copy(to: tag.upperBound)
    }
    copy(to: html.count)
  }
}
