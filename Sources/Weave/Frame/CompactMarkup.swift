/// HTML without what authors may leave out, the same document to a browser.
///
/// Templates and articles quote every value and end every element, as is easiest to read and write. A page goes without
/// the quotes that its values do not need, without the end tags of paragraphs, list items and table cells where what comes
/// next ends them (HTML Standard, 13.1.2.3 and 13.1.2.4), and without line ends at the start and the end of blocks and behind
/// them.
struct CompactMarkup {
  private let html: UnsafeBufferPointer<UInt8>
  private var position = 0
  /// What is written; never more than what was read.
  private let output: UnsafeMutableBufferPointer<UInt8>
  private var count = 0

  /// A document made compact; from a tag on that is not whole, it stays as it is.
  ///
  /// - Complexity: Linear in the length.
  static func compact(_ html: [UInt8]) -> [UInt8] {
    html.withUnsafeBufferPointer { html in
      [UInt8](unsafeUninitializedCapacity: html.count) { output, count in
        var markup = CompactMarkup(html: html, output: output)
        markup.run()
        count = markup.count
      }
    }
  }

  private mutating func run() {
    copyText()
    while position < html.count {
      if starts(with: "<!--") {
        copy(through: "-->")
      } else if starts(with: "<![CDATA[") {
        copy(through: "]]>")
      } else if let name = name(at: position + 1) {
        guard writeStartTag(name) else { break }
        if name.holdsText { copyText(of: name) }
        if name.isBlock, byte(position) == UInt8(ascii: "\n") { position += 1 }
      } else if starts(with: "</"), let name = name(at: position + 2), let end = end(of: name) {
        let isOmitted = mayOmitEnd(of: name, before: end)
        if isOmitted || name.isBlock, count > 0, output[count - 1] == UInt8(ascii: "\n") { count -= 1 }
        if isOmitted {
          position = end
        } else {
          copy(to: end)
          if name.standsAlone, byte(position) == UInt8(ascii: "\n") { position += 1 }
        }
      } else {
        copy(to: position + 1)
      }
      copyText()
    }
    copy(to: html.count)
  }

  // MARK: - End tags

  /// The end of an end tag at the current position; nil where there is more in it than its name.
  private func end(of name: ElementName) -> Int? {
    let end = position + 2 + name.length
    return byte(end) == UInt8(ascii: ">") ? end + 1 : nil
  }

  /// Whether what comes after an end tag ends the element, too.
  private func mayOmitEnd(of name: ElementName, before end: Int) -> Bool {
    guard name.mayEndAlone else { return false }
    var next = end
    while let byte = byte(next), Self.isSpace(byte) { next += 1 }
    guard next < html.count else { return name == "html" }
    guard html[next] == UInt8(ascii: "<") else { return false }
    if let follower = self.name(at: next + 1) { return name.isEnded(byStartOf: follower) }
    guard byte(next + 1) == UInt8(ascii: "/"), let parent = self.name(at: next + 2) else { return false }
    return name.isEnded(byEndOf: parent)
  }

  // MARK: - Start tags

  /// Writes the start tag at the current position; false where it has no end.
  private mutating func writeStartTag(_ name: ElementName) -> Bool {
    let (start, length) = (position, count)
    copy(to: position + 1 + name.length)
    var next = position
    while let byte = byte(next) {
      next += 1
      if byte == UInt8(ascii: ">") {
        copy(to: next)
        return true
      }
      guard byte == UInt8(ascii: "=") else { continue }
      while let space = self.byte(next), Self.isSpace(space) { next += 1 }
      guard let quote = self.byte(next), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
        // A value without quotes may hold anything else.
        while let byte = self.byte(next), !Self.isSpace(byte), byte != UInt8(ascii: ">") { next += 1 }
        continue
      }
      guard let end = index(of: quote, from: next + 1) else { break }
      let value = html[next + 1..<end]
      if !value.isEmpty, value.last != UInt8(ascii: "/"), !value.contains(where: Self.needsQuotes) {
        copy(to: next)
        position = next + 1
        copy(to: end)
        if self.byte(end + 1) == UInt8(ascii: "/") { write(UInt8(ascii: " ")) }
        position = end + 1
      }
      next = end + 1
    }
    count = length
    position = start
    return false
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "`"):
      true
    default: isSpace(byte)
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
  }

  // MARK: - Reading

  private func byte(_ index: Int) -> UInt8? { index < html.count ? html[index] : nil }

  private func index(of byte: UInt8, from start: Int) -> Int? { html[start...].firstIndex(of: byte) }

  /// The name of an element at a position; nil where none starts.
  private func name(at start: Int) -> ElementName? {
    guard let first = byte(start), (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first | 0x20) else {
      return nil
    }
    var end = start + 1
    while let byte = byte(end), !Self.isSpace(byte), byte != UInt8(ascii: ">"), byte != UInt8(ascii: "/") {
      end += 1
    }
    return ElementName(html[start..<end])
  }

  private func starts(with text: StaticString) -> Bool {
    html.count - position >= text.utf8CodeUnitCount
      && text.withUTF8Buffer { zip($0, html[position...]).allSatisfy { $0 == $1 } }
  }

  // MARK: - Copying

  private mutating func write(_ byte: UInt8) {
    output.initializeElement(at: count, to: byte)
    count += 1
  }

  private mutating func copy(to end: Int) {
    guard end > position else { return }
    let source = UnsafeBufferPointer(rebasing: html[position..<end])
    _ = UnsafeMutableBufferPointer(rebasing: output[count...]).initialize(fromContentsOf: source)
    count += source.count
    position = end
  }

  private mutating func copy(through text: StaticString) {
    while position < html.count, !starts(with: text) { copy(to: position + 1) }
    copy(to: min(position + text.utf8CodeUnitCount, html.count))
  }

  /// Copies up to the next tag; in text, `>` needs no reference.
  private mutating func copyText() {
    let end = index(of: UInt8(ascii: "<"), from: position) ?? html.count
    while let reference = html[position..<end].firstIndex(of: UInt8(ascii: "&")) {
      copy(to: reference)
      if starts(with: "&gt;") {
        write(UInt8(ascii: ">"))
        position += 4
      } else {
        copy(to: reference + 1)
      }
    }
    copy(to: end)
  }

  /// Copies up to the end tag of an element that holds no tags.
  private mutating func copyText(of element: ElementName) {
    while let tag = index(of: UInt8(ascii: "<"), from: position) {
      copy(to: tag)
      if byte(tag + 1) == UInt8(ascii: "/"), name(at: tag + 2) == element { return }
      copy(to: tag + 1)
    }
    copy(to: html.count)
  }
}
