import Lesson

extension ArticleWriter {
  /// Writes the mark of a footnote; nothing where a text is shown again, and its source where there is none.
  mutating func writeFootnoteMark(_ label: String) {
    guard let number = footnoteNumbers[label] else {
      markup.text("[^\(label)]")
      return
    }
    guard makesLinks else { return }
    let use = footnoteUses[label, default: 0] + 1
    footnoteUses[label] = use
    markup.raw("<sup class=footnote><a role=doc-noteref")
    markup.attribute("id", Self.useIdentifier(number, use))
    markup.attribute("href", SitePath.fragment(Self.footnoteIdentifier(number)))
    markup.attribute("aria-label", "\(phrases.note) \(number)")
    markup.raw(">")
    markup.text(String(number))
    markup.raw("</a></sup>")
  }

  /// Writes the footnotes that the lesson names, in the order of their numbers, each with the ways back.
  mutating func writeFootnotes() {
    let numbered = lesson.footnotesByNumber(footnoteNumbers)
    guard !numbered.isEmpty else { return }
    markup.raw("<section class=footnotes role=doc-endnotes")
    markup.attribute("aria-label", phrases.footnotes)
    markup.raw(">\n<ol>\n")
    for (number, footnote) in numbered {
      markup.raw("<li")
      markup.attribute("id", Self.footnoteIdentifier(number))
      markup.raw(">\n")
      nested { $0.write(footnote.blocks) }
      for use in 0..<footnoteUses[footnote.label, default: 0] {
        markup.raw(use == 0 ? "<a role=doc-backlink" : " <a role=doc-backlink")
        markup.attribute("href", SitePath.fragment(Self.useIdentifier(number, use + 1)))
        markup.attribute("aria-label", phrases.backToText + (use == 0 ? "" : " (\(use + 1))"))
        markup.raw(">↩</a>")
      }
      markup.raw("</li>\n")
    }
    markup.raw("</ol>\n</section>\n")
  }

  // No slug has a colon, and no label starts with one.
  private static func footnoteIdentifier(_ number: Int) -> String { ":note-\(number)" }
  private static func useIdentifier(_ number: Int, _ use: Int) -> String { ":use-\(number)-\(use)" }
}

extension Lesson {
  /// The numbers of the footnotes that the lesson names and defines, by first use.
  var footnoteNumbers: [String: Int] {
    guard !footnotes.isEmpty else { return [:] }
    let defined = Set(footnotes.map(\.label))
    var numbers: [String: Int] = [:]
    for (label, _) in LessonLinks(of: self).footnotes where defined.contains(label) && numbers[label] == nil {
      numbers[label] = numbers.count + 1
    }
    return numbers
  }

  /// The first definition of each numbered footnote.
  fileprivate func footnotesByNumber(_ numbers: [String: Int]) -> [(number: Int, footnote: Footnote)] {
    var found: [Int: Footnote] = [:]
    for footnote in footnotes {
      if let number = numbers[footnote.label], found[number] == nil { found[number] = footnote }
    }
    return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
