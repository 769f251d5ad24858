import Lesson

/// The lessons of one language that have a date, the latest first, as an Atom feed (RFC 4287).
enum Feed {
  /// Where the feed of a language is: beside its home page; nil where it has none, for the course names no
  /// address or no lesson has a date.
  static func path(in index: CourseIndex, language: String) -> String? {
    guard index.course.site != nil, !entries(in: index, language: language).isEmpty else { return nil }
    return index.path(of: "feed.xml", besideHomeOf: language)
  }

  /// The feed of a language.
  ///
  /// - Complexity: O(n log n) in the number of lessons.
  static func file(of index: CourseIndex, language: String) -> Site.File? {
    guard let path = path(in: index, language: language), let own = index.course.address(of: path),
      let home = index.course.address(of: index.homePath(of: language))
    else { return nil }
    let course = index.course
    let entries = entries(in: index, language: language)
    let title = course.title.text(in: language)
    var xml = Markup()
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"")
    xml.attribute("xml:lang", language)
    xml.raw(">\n")
    xml.element("title", title)
    if let description = course.description { xml.element("subtitle", description.text(in: language)) }
    xml.element("id", home)
    xml.element("updated", time(entries.first?.date))
    xml.link("self", own)
    xml.link("alternate", home)
    for author in course.authors.isEmpty ? [title] : course.authors {
      xml.raw("<author>")
      xml.element("name", author)
      xml.raw("</author>\n")
    }
    for entry in entries {
      guard let address = course.address(of: entry.pagePath) else { continue }
      xml.raw("<entry>\n")
      xml.element("title", entry.title)
      xml.element("id", address)
      xml.element("updated", time(entry.date))
      xml.link("alternate", address)
      if let summary = entry.description { xml.element("summary", summary) }
      xml.raw("</entry>\n")
    }
    xml.raw("</feed>\n")
    return Site.File(path: path, bytes: xml.bytes)
  }

  private static func entries(in index: CourseIndex, language: String) -> [CourseIndex.Entry] {
    // Lessons of one day stay in reading order.
    index.entries.enumerated().filter { $0.element.language == language && $0.element.date != nil }
      .sorted { ($1.element.date ?? "", $0.offset) < ($0.element.date ?? "", $1.offset) }
      .map(\.element)
  }

  /// The start of a day.
  private static func time(_ day: String?) -> String { (day ?? "") + "T00:00:00Z" }
}

extension Markup {
  fileprivate mutating func element(_ name: StaticString, _ text: String) {
    raw("<")
    raw(name)
    raw(">")
    // XML has no place for these two, which are no characters.
    self.text(
      String(text.unicodeScalars.filter { $0.value != 0xFFFE && $0.value != 0xFFFF }.map(Character.init)))
    raw("</")
    raw(name)
    raw(">\n")
  }

  fileprivate mutating func link(_ relation: StaticString, _ address: String) {
    raw("<link rel=\"")
    raw(relation)
    raw("\"")
    attribute("href", address)
    raw("/>\n")
  }
}
