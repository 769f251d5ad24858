import Lesson

/// The contents of a course as one language and one folder's pages link to them.
///
/// A part without a lesson in the language is one entry, which leads to its first lesson.
///
/// They are written once and cut before each lesson's attributes, so a page only has to join two pieces.
struct CourseContents: Sendable {
  private let markup: Markup
  /// Where in the markup a lesson's link can be marked as the current page.
  private struct Mark {
    var link: Int
    /// Where the part that holds it can be opened; nil where it is not folded.
    var part: Int?
  }

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
    var markup = Markup()
    var marks: [String: Mark] = [:]
    func write(_ entries: [Int], in part: Int?) {
      guard !entries.isEmpty else { return }
      markup.raw("<ol>\n")
      for position in entries {
        let entry = index.entries[position]
        markup.raw("<li><a")
        markup.attribute("href", SitePath.relative(from: page, to: entry.pagePath))
        if entry.language != language {
          markup.attribute("lang", entry.language)
          markup.attribute("hreflang", entry.language)
        }
        marks[entry.path] = Mark(link: markup.bytes.count, part: part)
        markup.raw(">")
        markup.raw(entry.titleHTML)
        markup.raw("</a></li>\n")
      }
      markup.raw("</ol>\n")
    }
    let parts = index.parts(in: language)
    for part in parts {
      if let title = part.title {
        let entries = part.allEntries.map { index.entries[$0] }
        let foreign = entries.contains { $0.language == language } ? nil : entries.first
        markup.raw("<p class=\"part\">")
        if let foreign {
          markup.raw("<a")
          markup.attribute("href", SitePath.relative(from: page, to: foreign.pagePath))
          markup.attribute("hreflang", foreign.language)
          markup.raw(">")
        }
        markup.text(title.text(in: language))
        markup.raw(foreign == nil ? "</p>\n" : "</a></p>\n")
        if foreign != nil { continue }
      }
      write(part.entries, in: nil)
      for inner in part.parts {
        markup.raw("<details")
        let mark = markup.bytes.count
        markup.raw("><summary>")
        markup.text(inner.title?.text(in: language) ?? "")
        markup.raw("</summary>\n")
        write(inner.entries, in: mark)
        markup.raw("</details>\n")
      }
    }
    self.markup = markup
    self.marks = marks
    home = SitePath.relative(from: page, to: index.homePath(of: language))
    first = parts.first?.allEntries.first.map {
      SitePath.relative(from: page, to: index.entries[$0].pagePath)
    }
  }

  /// The contents with a lesson marked as the current page; without a mark for nil or an unknown one.
  func marking(_ path: String?) -> String {
    guard let path, let mark = marks[path] else { return markup.string }
    var marked: [UInt8] = []
    if let part = mark.part { marked += markup.bytes[..<part] + " open".utf8 }
    marked += markup.bytes[(mark.part ?? 0)..<mark.link] + " aria-current=\"page\"".utf8
    return String(decoding: marked + markup.bytes[mark.link...], as: UTF8.self)
  }
}
