import Lesson

extension ArticleWriter {
  /// Writes blocks.
  ///
  /// - Parameter tight: Whether paragraphs are shown without their own element, as in a tight list.
  mutating func write(_ blocks: [Block], tight: Bool = false) {
    for (index, block) in blocks.enumerated() {
      if tight, index > 0 { markup.raw("\n") }
      if case .paragraph(let content) = block, tight {
        write(content)
      } else {
        write(block)
      }
    }
  }

  mutating func write(_ block: Block) {
    switch block {
    case .heading(let heading): write(heading)
    case .paragraph(let content):
      guard content.contains(where: { !Self.isHidden($0) }) else { return }
      markup.raw("<p>")
      write(content)
      markup.raw("</p>\n")
    case .quote(let blocks):
      markup.raw("<blockquote>\n")
      nested { $0.write(blocks) }
      markup.raw("</blockquote>\n")
    case .callout(let callout): write(callout)
    case .list(let list): write(list)
    case .cell(let index): writeCell(index)
    case .code(let language, let text): writeCode(text, language: language)
    case .formula(let index): writeEquation(index)
    case .table(let table): write(table)
    case .quiz(let quiz): write(quiz)
    case .labelled(let label, let block): write(block, label)
    case .rule: markup.raw("<hr>\n")
    case .html(let html): writeHTML(html, isBlock: true)
    case .comment: break
    }
  }

  private mutating func write(_ heading: Heading) {
    let level = String(min(max(heading.level, 1), 6))
    let content = repeated { $0.write(heading.content) }
    markup.raw("<h")
    markup.raw(level)
    markup.attribute("id", heading.slug)
    markup.raw(">")
    writeLink(to: heading)
    markup.raw("</h")
    markup.raw(level)
    markup.raw(">\n")
    headings.append(ArticleHeading(level: heading.level, slug: heading.slug, content: content))
  }

  /// Writes what a heading says as a link to itself, or, where it holds links already, with one behind it.
  private mutating func writeLink(to heading: Heading) {
    let start = markup.bytes.count
    write(heading.content)
    let holdsLinks = markup.bytes[start...].contains("<a".utf8)
    let content = markup.cut(from: start)
    if holdsLinks { markup.raw(content) }
    markup.raw("<a")
    if holdsLinks {
      markup.raw(" class=anchor")
      markup.attribute("aria-label", phrases.linkToSection)
    }
    markup.attribute("href", SitePath.fragment(heading.slug))
    markup.raw(">")
    if holdsLinks { markup.raw("#") } else { markup.raw(content) }
    markup.raw("</a>")
  }

  private mutating func write(_ callout: Callout) {
    let element: StaticString = callout.isFolded ? "details" : "div"
    let title: StaticString = callout.isFolded ? "summary" : "p"
    markup.raw("<")
    markup.raw(element)
    markup.attribute("class", "callout \(callout.kind.rawValue)")
    if !callout.isFolded { markup.raw(" role=note") }
    markup.raw("><")
    markup.raw(title)
    markup.raw(" class=title>")
    if callout.title.isEmpty {
      markup.text(phrases.name(of: callout.kind))
    } else {
      // Colour alone does not tell everyone the kind.
      markup.raw("<small>")
      markup.text(phrases.name(of: callout.kind))
      markup.raw(" ·</small> ")
      write(callout.title)
    }
    markup.raw("</")
    markup.raw(title)
    markup.raw(">\n")
    nested { $0.write(callout.blocks) }
    markup.raw("</")
    markup.raw(element)
    markup.raw(">\n")
  }

  private mutating func write(_ list: List) {
    if let start = list.start {
      markup.raw("<ol")
      if start != 1 { markup.attribute("start", String(start)) }
      markup.raw(">\n")
    } else {
      markup.raw("<ul>\n")
    }
    for item in list.items {
      markup.raw("<li>")
      nested { $0.write(item, tight: list.isTight) }
      markup.raw("</li>\n")
    }
    markup.raw(list.start == nil ? "</ul>\n" : "</ol>\n")
  }

  private mutating func writeCode(_ text: String, language: String?) {
    markup.raw("<pre><code")
    if let language { markup.attribute("class", "language-\(language.lowercased())") }
    markup.raw(">")
    if language?.lowercased() == "swift" {
      writeSwift(text)
    } else {
      markup.text(text.hasSuffix("\n") ? text.dropLast() : text[...])
    }
    markup.raw("</code></pre>\n")
  }

  /// Writes raw HTML if the course allows it, else its text.
  mutating func writeHTML(_ html: String, isBlock: Bool) {
    if index?.course.allowsHTML == true {
      markup.raw(html)
      return
    }
    if isBlock {
      markup.raw("<pre><code>")
      markup.text(html.hasSuffix("\n") ? html.dropLast() : html[...])
      markup.raw("</code></pre>\n")
    } else {
      markup.raw("<code>")
      markup.text(html)
      markup.raw("</code>")
    }
  }

  /// Whether a piece of a paragraph shows nothing.
  private static func isHidden(_ inline: Inline) -> Bool {
    switch inline {
    case .comment, .softBreak: true
    default: false
    }
  }
}

extension Phrases {
  fileprivate func name(of kind: Callout.Kind) -> String {
    switch kind {
    case .note: note
    case .tip: tip
    case .important: important
    case .warning: warning
    case .caution: caution
    }
  }
}
