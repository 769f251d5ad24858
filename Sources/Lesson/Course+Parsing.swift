import Diagnostics

extension Course {
  private static let keys = [
    "title", "description", "authors", "languages", "repository", "announcement", "parts", "html", "macros",
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
    for entry in mapping.entries { read(entry, &problems) }
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
    case "title": title = problems.text(entry) ?? ""
    case "description": description = problems.text(entry)
    case "authors": authors = problems.texts(entry)
    case "languages":
      languages = problems.texts(entry).compactMap { problems.languageTag($0, entry.key, entry.value.range) }
    case "repository": repository = problems.text(entry)
    case "announcement": announcement = problems.text(entry)
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
      parts = elements.compactMap { Part(reading: $0, &problems) }
      problems.repeated(parts)
    default: problems.unknown(entry, known: Self.keys)
    }
  }
}

extension Course.Part {
  fileprivate init?(reading value: YAMLValue, _ problems: inout YAMLProblems) {
    guard let entries = value.entries else {
      problems.wrong("parts", value.range, "a list of parts, each with title and lessons")
      return nil
    }
    self.init(title: "", lessons: [])
    for entry in entries {
      switch entry.key {
      case "title": title = problems.text(entry) ?? ""
      case "lessons":
        guard let elements = entry.value.elements else {
          problems.wrong(entry.key, entry.value.range, "a list of paths")
          continue
        }
        for element in elements {
          guard let path = element.text, Self.staysInside(path) else {
            problems.wrong(
              entry.key, element.range,
              "a list of paths below the course folder, '/' between their components")
            continue
          }
          lessons.append(path)
          lessonRanges.append(element.range)
        }
      default: problems.unknown(entry, known: ["title", "lessons"])
      }
    }
    for key in ["title", "lessons"] where !entries.contains(where: { $0.key == key }) {
      problems.add("key", value.range, "this part lacks '\(key)'")
    }
  }

  /// Whether a path is relative, has no empty, `.` or `..` components and nothing that some system reads
  /// otherwise.
  private static func staysInside(_ path: String) -> Bool {
    let components = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return components.allSatisfy { component in
      !component.isEmpty && !component.elementsEqual(".".utf8) && !component.elementsEqual("..".utf8)
        && component.allSatisfy {
          $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: ":")
        }
    }
  }
}

extension YAMLProblems {
  /// Lessons that are listed twice.
  fileprivate mutating func repeated(_ parts: [Course.Part]) {
    var seen: Set<String> = []
    for part in parts {
      for (path, range) in zip(part.lessons, part.lessonRanges) where !seen.insert(path).inserted {
        add("duplicate", range, "the lesson '\(path)' is listed twice")
      }
    }
  }
}
