import Diagnostics

extension Course {
  private static let keys = [
    "title", "description", "authors", "languages", "repository", "branch",
    "repository-folder", "announcement", "site", "redirects", "parts", "html", "macros",
  ]

  /// Reads a `course.yml`.
  ///
  /// Never fails: what is wrong is in `diagnostics`, and the rest is as the file says.
  public init(parsing source: SourceText) {
    self.init()
    let lines = SourceLines(source)
    let ranges = (0..<lines.count).map { line in
      let content = lines.content(of: line)
      let hasMark = line == 0 && lines.bytes[content].starts(with: "\u{FEFF}".utf8)
      return content.lowerBound + (hasMark ? 3 : 0)..<content.upperBound
    }
    let mapping: YAMLMapping
    do throws(Diagnostic) {
      guard lines.bytes.count <= Lesson.maximumSize else { throw Lesson.sizeDiagnostic(source) }
      mapping = try YAMLMapping(
        parsing: ranges.map { lines.string($0) + "\n" }.joined(), at: YAMLPlace(lines: lines, ranges: ranges),
        what: "course file")
    } catch {
      diagnostics = [error]
      return
    }
    var problems = YAMLProblems(file: source.name, what: "course file", id: "course")
    // The languages come first, for other texts may be given in each of them.
    for entry in mapping.entries where entry.key == "languages" { read(entry, &problems) }
    for entry in mapping.entries where entry.key != "languages" { read(entry, &problems) }
    for key in ["title", "parts"] where !mapping.entries.contains(where: { $0.key == key }) {
      problems.add("key", ranges.first ?? 0..<0, "the course file lacks '\(key)'")
    }
    let order = problems.diagnostics.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    diagnostics = order.map(\.element)
  }

  private mutating func read(_ entry: YAMLMapping.Entry, _ problems: inout YAMLProblems) {
    switch entry.key {
    case "title": title = problems.localized(entry, languages) ?? ""
    case "description": description = problems.localized(entry, languages)
    case "authors": authors = problems.texts(entry)
    case "languages":
      languages = problems.texts(entry).compactMap { problems.languageTag($0, entry.key, entry.value.range) }
    case "repository": repository = problems.text(entry)
    case "branch": branch = problems.text(entry)
    case "repository-folder": repositoryFolder = problems.path(entry, "a path in the repository")
    case "announcement": announcement = problems.localized(entry, languages)
    case "site": site = problems.siteAddress(entry)
    case "redirects": redirects = problems.redirects(entry)
    case "macros": macros = problems.macros(entry)
    case "html":
      allowsHTML = entry.value.text == "allow"
      if !["safe", "allow"].contains(entry.value.text) {
        problems.wrong(entry.key, entry.value.range, "safe or allow")
      }
    case "parts":
      guard let elements = entry.value.elements else {
        problems.wrong(entry.key, entry.value.range, "a list of parts, each with title and lessons")
        return
      }
      parts = elements.compactMap { Part(reading: $0, languages, &problems) }
      problems.repeated(allParts)
    default: problems.unknown(entry, known: Self.keys)
    }
  }
}
