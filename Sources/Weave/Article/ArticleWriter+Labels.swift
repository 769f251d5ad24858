import Lesson

extension ArticleWriter {
  /// Writes a table, an image or a formula with its number and its caption.
  mutating func write(_ block: Block, _ label: BlockLabel) {
    guard let anchor = blockAnchors[label.range] else { return write(block) }
    markup.raw("<figure class=numbered")
    markup.attribute("id", anchor.identifier)
    markup.raw(">\n")
    if case .paragraph(let content) = block {
      write(content)
      markup.raw("\n")
    } else {
      write(block)
    }
    markup.raw("<figcaption><b>")
    markup.text("\(phrases.name(of: anchor.kind))\u{A0}\(anchor.number)\(label.caption == nil ? "" : ".")")
    markup.raw("</b>")
    if let caption = label.caption {
      markup.raw(" ")
      markup.text(caption)
    }
    markup.raw("</figcaption>\n</figure>\n")
  }
}
