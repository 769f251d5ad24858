import Lesson

extension ArticleWriter {
  mutating func writeLink(to destination: String, title: String?, _ content: [Inline], _ range: Range<Int>) {
    guard makesLinks, let target = target(of: destination, range) else {
      nested { $0.writePieces(content) }
      return
    }
    markup.raw("<a")
    markup.attribute("href", target)
    if let title, !title.isEmpty { markup.attribute("title", title) }
    markup.raw(">")
    makesLinks = false
    nested { $0.writePieces(content) }
    makesLinks = true
    markup.raw("</a>")
  }

  mutating func writeImage(_ source: String, title: String?, _ alternative: [Inline], _ range: Range<Int>) {
    let words = PlainText.of(alternative, in: outcome)
    let isRemote = LinkDestination(source).scheme != nil || source.hasPrefix("//")
    guard !isRemote, let target = target(of: source, range) else {
      markup.text(words)
      return
    }
    markup.raw("<img")
    markup.attribute("src", target)
    markup.attribute("alt", words)
    if let title, !title.isEmpty { markup.attribute("title", title) }
    markup.raw(" loading=lazy decoding=async>")
  }

  mutating func writeReference(_ label: String) {
    guard let anchor = anchorsByLabel[label] else {
      markup.text("@" + label)
      return
    }
    let words = words(of: anchor)
    writeLink(to: anchor) { $0.text(words) }
  }

  /// What a reference to a label shows: `Figura 3`; nil where the lesson has no such label.
  func words(ofReference label: String) -> String? {
    anchorsByLabel[label].map(words(of:))
  }

  /// Writes what leads to an anchor of this page, where there may be links.
  mutating func writeLink(to anchor: Anchor, _ write: (inout Markup) -> Void) {
    guard makesLinks else { return write(&markup) }
    markup.raw("<a")
    markup.attribute("href", SitePath.fragment(anchor.identifier))
    markup.raw(">")
    write(&markup)
    markup.raw("</a>")
  }

  /// Where a link leads from this page; nil where that is nowhere, which `LinkFindings` reports.
  private mutating func target(of destination: String, _ range: Range<Int>) -> String? {
    guard let links else { return LinkDestination.encoded(destination) }
    guard let target = try? links.target(of: destination) else { return nil }
    let page = index?.entry(at: path)?.pagePath ?? CourseIndex.Entry.pagePath(of: path)
    switch target {
    case .external: return LinkDestination.encoded(destination)
    case .lesson(let entry, let fragment):
      let reference = entry.map { SitePath.relative(from: page, to: $0.pagePath) } ?? ""
      guard let fragment, !fragment.isEmpty else {
        return reference.isEmpty ? SitePath.relative(from: page, to: page) : reference
      }
      return reference + SitePath.fragment(fragment)
    case .file(let file, let fragment):
      resources.append(Page.Resource(path: file, place: .init(file: lesson.source.name, range: range)))
      return SitePath.relative(from: page, to: file) + (fragment.map(SitePath.fragment) ?? "")
    }
  }
}

extension Phrases {
  func name(of kind: Anchor.Kind) -> String {
    switch kind {
    case .figure: figure
    case .cell: cell
    case .equation: equation
    case .table: table
    }
  }
}
