/// What search knows of the lessons that the contents of one language list.
///
/// It is a script that assigns one value, which pages load when a reader first searches, from disk too. It
/// never has more than `largest` bytes: in a longer course the longest sections are cut, all at the same
/// length and at the end of a word, so that each is still found by its heading and by how it starts; sections
/// whose headings alone would be too much are left out, the last ones first.
///
///     tramaSearch={"words":{…},"lessons":[["es/a.html","A","es",[["","","Texto"],["#b","B","Más"]]]]}
struct SearchIndex: Sendable {
  static let largest = 1_000_000

  /// The script.
  let bytes: [UInt8]

  /// Indexes the lessons of a language.
  ///
  /// - Complexity: Linear in the size of the lessons' text, and a sorting of the sections' lengths.
  init(_ index: CourseIndex, language: String, largest: Int = SearchIndex.largest) {
    let words = Phrases(language: language).search.counts
    let start =
      "tramaSearch={\"words\":{"
      + words.map { "\(JavaScript.quoted($0.key)):\(JavaScript.quoted($0.value))" }.joined(separator: ",")
      + "},\"lessons\":["
    let end = "]}\n"
    var room = largest - start.utf8.count - end.utf8.count
    var lessons: [(start: String, sections: [Piece])] = []
    for position in index.parts(in: language).flatMap(\.allEntries) {
      let entry = index.entries[position]
      let names = [SitePath.relative(from: "", to: entry.pagePath), entry.title, entry.language]
      let opening = "[\(names.map(JavaScript.quoted).joined(separator: ",")),["
      room -= opening.utf8.count + Self.closing.utf8.count
      guard room >= 0 else { break }
      let pieces = entry.sections.map(Piece.init).prefix { piece in
        room -= piece.cost
        return room >= 0
      }
      lessons.append((opening, Array(pieces)))
      guard room >= 0 else { break }
    }
    let limit = Self.level(lessons.flatMap { $0.sections.map(\.text.utf8.count) }, room: max(room, 0))
    var script = Array(start.utf8)
    for lesson in lessons {
      script += lesson.start.utf8
      for piece in lesson.sections { piece.write(cutting: limit, to: &script) }
      script += Self.closing.utf8
    }
    bytes = script + Array(end.utf8)
  }

  private static let closing = "]],"

  /// The greatest length at which texts of some sizes must be cut to fit together.
  private static func level(_ sizes: [Int], room: Int) -> Int {
    var room = room
    var left = sizes.count
    for size in sizes.sorted() {
      if size > room / left { return room / left }
      room -= size
      left -= 1
    }
    return .max
  }

  /// A section as the script holds it.
  private struct Piece {
    let start: String
    /// Escaped.
    let text: String
    private static let end = "\"],"

    /// The bytes that it takes without its text.
    var cost: Int { start.utf8.count + Self.end.utf8.count }

    init(_ section: SearchSection) {
      let fragment = section.slug.isEmpty ? "" : SitePath.fragment(section.slug)
      start = "[\(JavaScript.quoted(fragment)),\(JavaScript.quoted(section.heading)),\""
      text = JavaScript.escaped(section.text)
    }

    func write(cutting limit: Int, to script: inout [UInt8]) {
      script += start.utf8
      var kept = text.utf8.prefix(limit)
      // A space starts neither an escape nor a character, so what ends before one is whole.
      if kept.endIndex != text.utf8.endIndex {
        kept = kept.prefix(upTo: kept.lastIndex(of: 0x20) ?? kept.startIndex)
      }
      script += kept
      script += Self.end.utf8
    }
  }
}
