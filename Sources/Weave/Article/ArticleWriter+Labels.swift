import Lesson

extension ArticleWriter {
  /// Writes a table, an image or a formula with its number and its caption.
  mutating func write(_ block: Block, _ label: BlockLabel) {
    guard let anchor = blockAnchors[label.range] else { return write(block) }
    if case .formula(let index) = block, label.caption == nil { return writeEquation(index, anchor) }
    markup.raw("<figure class=numbered")
    markup.attribute("id", anchor.identifier)
    markup.raw(">\n")
    if case .paragraph(let content) = block {
      write(content)
      markup.raw("\n")
    } else {
      write(block)
    }
    writeCaption(label.caption, of: anchor)
    markup.raw("</figure>\n")
  }

  /// Writes the number of something and its caption, where it has one.
  mutating func writeCaption(_ caption: [Inline]?, of anchor: Anchor) {
    markup.raw("<figcaption><b>")
    markup.text(words(of: anchor) + (caption == nil ? "" : "."))
    markup.raw("</b>")
    if let caption {
      markup.raw(" ")
      write(caption)
    }
    markup.raw("</figcaption>\n")
  }

  /// What names something that is numbered: `Figura 3`.
  func words(of anchor: Anchor) -> String { "\(phrases.name(of: anchor.kind))\u{A0}\(anchor.number)" }
}
