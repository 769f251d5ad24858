import Diagnostics

extension Course.Part {
  /// Reads a part.
  ///
  /// - Parameter isNested: Whether it stands in another part, and so may hold none.
  init?(
    reading value: YAMLValue, _ languages: [String], isNested: Bool = false, _ problems: inout YAMLProblems
  ) {
    guard let entries = value.entries else {
      problems.wrong("parts", value.range, "a list of parts, each with title and lessons")
      return nil
    }
    self.init(title: "", lessons: [])
    for entry in entries {
      switch entry.key {
      case "title": title = problems.localized(entry, languages) ?? ""
      case "lessons":
        guard let elements = entry.value.elements else {
          problems.wrong(entry.key, entry.value.range, "a list of paths")
          continue
        }
        for element in elements {
          guard let path = element.text, path.staysInside else {
            problems.wrong(
              entry.key, element.range,
              "a list of paths below the course folder, '/' between their components")
            continue
          }
          lessons.append(path)
          lessonRanges.append(element.range)
        }
      case "parts" where !isNested:
        guard let elements = entry.value.elements else {
          problems.wrong("parts", entry.value.range, "a list of parts, each with title and lessons")
          continue
        }
        parts = elements.compactMap { Self(reading: $0, languages, isNested: true, &problems) }
      case "collapsed" where !isNested:
        isCollapsed = problems.truth(entry) ?? false
      default:
        let known = ["title", "lessons"] + (isNested ? [] : ["parts", "collapsed"])
        problems.unknown(entry, known: known)
      }
    }
    // A part that holds others needs no lessons of its own.
    for key in ["title", "lessons"]
    where !entries.contains(where: { $0.key == key || key == "lessons" && $0.key == "parts" && !isNested }) {
      problems.add("key", value.range, "this part lacks '\(key)'")
    }
  }
}

extension YAMLProblems {
  /// Lessons that are listed twice.
  mutating func repeated(_ parts: [Course.Part]) {
    var seen: Set<String> = []
    for part in parts {
      for (path, range) in zip(part.lessons, part.lessonRanges) where !seen.insert(path).inserted {
        add("duplicate", range, "the lesson '\(path)' is listed twice")
      }
    }
  }
}
