import Diagnostics
import Lesson

extension ArticleWriter {
  mutating func writeLink(to destination: String, title: String?, _ content: [Inline], _ range: Range<Int>) {
    guard makesLinks, let target = target(of: destination, range) else {
      nested { $0.write(content) }
      return
    }
    markup.raw("<a")
    markup.attribute("href", target)
    if let title, !title.isEmpty { markup.attribute("title", title) }
    markup.raw(">")
    makesLinks = false
    nested { $0.write(content) }
    makesLinks = true
    markup.raw("</a>")
  }

  mutating func writeImage(_ source: String, title: String?, _ alternative: [Inline], _ range: Range<Int>) {
    let words = PlainText.of(alternative, in: outcome)
    let link = LinkDestination(source)
    guard link.scheme == nil, !source.hasPrefix("//"), let target = target(of: source, range) else {
      if link.scheme != nil || source.hasPrefix("//") {
        report(
          .error, "image.remote", lesson.source.range(of: source, in: range) ?? range,
          "the image '\(source)' is not a file of the course; pages load nothing from elsewhere")
      }
      markup.text(words)
      return
    }
    markup.raw("<img")
    markup.attribute("src", target)
    markup.attribute("alt", words)
    if let title, !title.isEmpty { markup.attribute("title", title) }
    markup.raw(" loading=\"lazy\" decoding=\"async\">")
  }

  mutating func writeReference(_ label: String, _ range: Range<Int>) {
    guard let anchor = anchorsByLabel[label] else {
      let known = anchorsByLabel.keys.sorted()
      let suggestion = nearest(label, among: known)
      report(
        .error, "reference.unknown", range,
        "nothing in this lesson has the label '\(label)'"
          + (suggestion.map { "; did you mean '\($0)'?" } ?? ""))
      markup.text("@" + label)
      return
    }
    if makesLinks {
      markup.raw("<a class=\"reference\"")
      markup.attribute("href", SitePath.fragment(anchor.identifier))
      markup.raw(">")
    }
    markup.text("\(phrases.name(of: anchor.kind))\u{A0}\(anchor.number)")
    if makesLinks { markup.raw("</a>") }
  }

  /// Where a link leads from this page; nil, with a diagnostic, where that is nowhere.
  private mutating func target(of destination: String, _ range: Range<Int>) -> String? {
    let link = LinkDestination(destination)
    let range = lesson.source.range(of: destination, in: range) ?? range
    if let scheme = link.scheme {
      if LinkDestination.safeSchemes.contains(scheme) { return LinkDestination.encoded(destination) }
      report(
        .error, "link.scheme", range,
        "a link cannot have the scheme '\(scheme)'; use one of "
          + LinkDestination.safeSchemes.joined(separator: ", ")
      )
      return nil
    }
    guard let index, !destination.hasPrefix("//") else { return LinkDestination.encoded(destination) }
    guard let file = link.path.isEmpty ? path : SitePath.resolve(link.path, from: path) else {
      report(.error, "link.outside", range, "the link '\(destination)' leads out of the course")
      return nil
    }
    guard let page = index.entry(at: path)?.pagePath else { return LinkDestination.encoded(destination) }
    if let entry = index.entry(at: file) {
      let reference = entry.path == path ? "" : SitePath.relative(from: page, to: entry.pagePath)
      guard let fragment = link.fragment, !fragment.isEmpty else {
        return reference.isEmpty ? SitePath.relative(from: page, to: page) : reference
      }
      if !entry.anchors.contains(fragment) {
        let suggestion = nearest(fragment, among: entry.anchors.sorted())
        report(
          .error, "link.anchor", range,
          "\(entry.path == path ? "this lesson" : "'\(entry.path)'") has no heading or label '\(fragment)'"
            + (suggestion.map { "; did you mean '\($0)'?" } ?? ""))
      }
      return reference + SitePath.fragment(fragment)
    }
    if file.hasSuffix(".md") {
      let suggestion = nearest(file, among: index.entries.map(\.path))
      report(
        .error, "link.missing", range,
        "the course has no lesson '\(file)'" + (suggestion.map { "; did you mean '\($0)'?" } ?? ""))
      return nil
    }
    resources.append(Page.Resource(path: file, place: .init(file: lesson.source.name, range: range)))
    return SitePath.relative(from: page, to: file) + (link.fragment.map(SitePath.fragment) ?? "")
  }
}

extension Phrases {
  func name(of kind: Anchor.Kind) -> String {
    switch kind {
    case .figure: figure
    case .cell: cell
    }
  }
}
