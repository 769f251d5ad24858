import Diagnostics

/// The front matter's lines, found before anything else is read.
struct FrontMatterLines {
  /// The source lines of the YAML, without both `---` lines.
  var yaml: Range<Int>
  /// With both `---` lines and the last one's line ending.
  var range: Range<Int>

  /// Finds the front matter of a source that starts with a `---` line.
  ///
  /// - Parameter start: The offset at which the text starts, behind a byte order mark.
  /// - Throws: A diagnostic (`front-matter.unclosed`) where the closing line is missing.
  init?(_ lines: SourceLines, start: Int) throws(Diagnostic) {
    let first = start..<lines.content(of: 0).upperBound
    guard Self.isRule(lines, first, "---") else { return nil }
    for line in 1..<max(lines.count, 1) {
      let content = lines.content(of: line)
      if Self.isRule(lines, content, "---") || Self.isRule(lines, content, "...") {
        yaml = 1..<line
        range = start..<lines.end(of: line)
        return
      }
    }
    throw Diagnostic(
      .error, "front-matter.unclosed", file: lines.source.name, range: first,
      "the front matter that starts here has no closing '---' line")
  }

  private static func isRule(_ lines: SourceLines, _ range: Range<Int>, _ rule: String) -> Bool {
    let bytes = lines.bytes[range]
    return bytes.starts(with: rule.utf8) && bytes.dropFirst(3).allSatisfy(\.isBlank)
  }
}

extension FrontMatter {
  private static let keys = [
    "title", "description", "lang", "authors", "seed", "formulas", "macros", "translation-of", "date",
    "draft",
  ]

  /// Reads front matter; the title is left to the caller, who parses it as Markdown.
  ///
  /// - Returns: What it says, and the title's value.
  static func read(
    _ found: FrontMatterLines, _ lines: SourceLines, _ diagnostics: inout [Diagnostic]
  ) -> (matter: FrontMatter, title: YAMLValue?) {
    var matter = FrontMatter()
    matter.range = found.range
    let ranges = found.yaml.map { lines.content(of: $0) }
    let mapping: YAMLMapping
    do throws(Diagnostic) {
      mapping = try YAMLMapping(
        parsing: ranges.map { lines.string($0) + "\n" }.joined(), at: YAMLPlace(lines: lines, ranges: ranges),
        what: "front matter")
    } catch {
      diagnostics.append(error)
      return (matter, nil)
    }
    var title: YAMLValue?
    var problems = YAMLProblems(file: lines.source.name, what: "front matter", id: "front-matter")
    for entry in mapping.entries {
      switch entry.key {
      case "title": if problems.text(entry) != nil { title = entry.value }
      case "description": matter.description = problems.text(entry)
      case "lang":
        matter.language = problems.text(entry).flatMap {
          problems.languageTag($0, entry.key, entry.value.range)
        }
      case "authors": matter.authors = problems.texts(entry)
      case "seed":
        matter.seed = entry.value.text.flatMap { UInt64($0) }
        if matter.seed == nil {
          problems.wrong(entry.key, entry.value.range, "a whole number from 0 to \(UInt64.max)")
        }
      case "formulas":
        matter.verifiesFormulas = entry.value.text != "ignore"
        if !["verify", "ignore"].contains(entry.value.text) {
          problems.wrong(entry.key, entry.value.range, "verify or ignore")
        }
      case "macros": matter.macros = problems.macros(entry)
      case "translation-of":
        matter.translationOf = problems.text(entry)
        if matter.translationOf?.hasPrefix("/") == true {
          problems.wrong(entry.key, entry.value.range, "a path relative to this lesson")
        }
      case "date": matter.date = problems.day(entry)
      case "draft": matter.isDraft = problems.truth(entry) ?? false
      default: problems.unknown(entry, known: keys)
      }
    }
    diagnostics += problems.diagnostics
    return (matter, title)
  }
}
