import Lesson

/// The contents of a course as one language and one folder's pages link to them.
///
/// A part without a lesson in the language is one entry, which leads to its first lesson; so is a collapsed part on
/// the pages that are not in it.
///
/// They are written once and cut before each lesson's attributes, so a page only has to join pieces.
struct CourseContents: Sendable {
  /// A part of the course.
  private struct Section {
    /// Its caption and its lessons.
    var whole = Markup()
    /// What stands for it on pages that are not in it; nil where that is `whole`.
    var entry: Markup?
  }

  /// Where in a section a lesson's link can be marked as the current page.
  private struct Mark {
    var section: Int
    var link: Int
    /// Where the part that holds it can be opened; nil where it is not folded.
    var part: Int?
  }

  private let sections: [Section]
  private let marks: [String: Mark]
  /// The reference to the home page.
  let home: String
  /// The reference to the first lesson.
  let first: String?

  /// Writes the contents.
  ///
  /// - Parameter page: Any page of the folder, relative to the site.
  /// - Complexity: Linear in the number of lessons.
  init(_ index: CourseIndex, language: String, from page: String) {
    var sections: [Section] = []
    var marks: [String: Mark] = [:]
    func write(_ positions: [Int], in part: Int?, _ markup: inout Markup) {
      guard !positions.isEmpty else { return }
      markup.raw("<ol>\n")
      for position in positions {
        let entry = index.entries[position]
        markup.raw("<li><a")
        markup.attribute("href", SitePath.relative(from: page, to: entry.pagePath))
        if entry.language != language {
          markup.attribute("lang", entry.language)
          markup.attribute("hreflang", entry.language)
        }
        marks[entry.path] = Mark(section: sections.count, link: markup.bytes.count, part: part)
        markup.raw(">")
        markup.raw(entry.titleHTML)
        markup.raw("</a></li>\n")
      }
      markup.raw("</ol>\n")
    }
    let parts = index.parts(in: language)
    for part in parts {
      let entries = part.allEntries.map { index.entries[$0] }
      let isForeign = part.title != nil && !entries.contains { $0.language == language }
      var section = Section()
      if let title = part.title?.text(in: language) {
        if isForeign || part.isCollapsed, let first = entries.first {
          var entry = Markup()
          entry.raw("<p class=\"part\"><a")
          entry.attribute("href", SitePath.relative(from: page, to: first.pagePath))
          if first.language != language { entry.attribute("hreflang", first.language) }
          entry.raw(">")
          entry.text(title)
          entry.raw("</a></p>\n")
          section.entry = entry
        }
        section.whole.raw("<p class=\"part\">")
        section.whole.text(title)
        section.whole.raw("</p>\n")
      }
      if !isForeign {
        write(part.entries, in: nil, &section.whole)
        for inner in part.parts {
          section.whole.raw("<details")
          let mark = section.whole.bytes.count
          section.whole.raw("><summary>")
          section.whole.text(inner.title?.text(in: language) ?? "")
          section.whole.raw("</summary>\n")
          write(inner.entries, in: mark, &section.whole)
          section.whole.raw("</details>\n")
        }
      }
      sections.append(section)
    }
    self.sections = sections
    self.marks = marks
    home = SitePath.relative(from: page, to: index.homePath(of: language))
    first = parts.first?.allEntries.first.map {
      SitePath.relative(from: page, to: index.entries[$0].pagePath)
    }
  }

  /// The contents with a lesson marked as the current page; without a mark for nil or an unknown one.
  func marking(_ path: String?) -> String {
    let mark = path.flatMap { marks[$0] }
    var marked = Markup()
    for (position, section) in sections.enumerated() {
      guard let mark, mark.section == position else {
        marked.raw(section.entry ?? section.whole)
        continue
      }
      let bytes = section.whole.bytes
      if let part = mark.part {
        marked.raw(bytes[..<part])
        marked.raw(" open")
      }
      marked.raw(bytes[(mark.part ?? 0)..<mark.link])
      marked.raw(" aria-current=\"page\"")
      marked.raw(bytes[mark.link...])
    }
    return marked.string
  }
}
