import Lesson

/// The contents of a course as one language and one folder's pages link to them.
///
/// They are written once and cut before each lesson's attributes, so a page only has to join two pieces.
struct CourseContents: Sendable {
  private let markup: Markup
  /// Where in the markup the link to a lesson can be marked as the current page.
  private let marks: [String: Int]
  /// The reference to the home page.
  let home: String
  /// The reference to the first lesson.
  let first: String?

  /// Writes the contents.
  ///
  /// - Parameter page: Any page of the folder, relative to the site.
  /// - Complexity: Linear in the number of lessons.
  init(_ index: CourseIndex, language: String, from page: String) {
    var markup = Markup()
    var marks: [String: Int] = [:]
    let parts = index.parts(in: language)
    for part in parts {
      if let title = part.title {
        markup.raw("<p class=\"part\">")
        markup.text(title.text(in: language))
        markup.raw("</p>\n")
      }
      markup.raw("<ol>\n")
      for position in part.entries {
        let entry = index.entries[position]
        markup.raw("<li><a")
        markup.attribute("href", SitePath.relative(from: page, to: entry.pagePath))
        if entry.language != language {
          markup.attribute("lang", entry.language)
          markup.attribute("hreflang", entry.language)
        }
        marks[entry.path] = markup.bytes.count
        markup.raw(">")
        markup.raw(entry.titleHTML)
        markup.raw("</a></li>\n")
      }
      markup.raw("</ol>\n")
    }
    self.markup = markup
    self.marks = marks
    home = SitePath.relative(from: page, to: index.homePath(of: language))
    first = parts.first?.entries.first.map {
      SitePath.relative(from: page, to: index.entries[$0].pagePath)
    }
  }

  /// The contents with a lesson marked as the current page; without a mark for nil or an unknown one.
  func marking(_ path: String?) -> String {
    guard let path, let mark = marks[path] else { return markup.string }
    return String(decoding: markup.bytes[..<mark], as: UTF8.self) + " aria-current=\"page\""
      + String(decoding: markup.bytes[mark...], as: UTF8.self)
  }
}
