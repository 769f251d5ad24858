import Diagnostics
import Lesson
import Weave

/// The links of lessons that lead out of their site, with the places that name them.
struct ExternalLinks {
  private var places: [String: [String]] = [:]

  /// Reads lessons without running them; what cannot be read is reported.
  init(of paths: [String], report: inout Report) {
    let lessons = Workers.map(paths) { path in
      let text = LessonText(path)
      return (lesson: text.readable.map { Lesson(parsing: $0) }, failure: text.failure)
    }
    for (lesson, failure) in lessons {
      if let lesson { add(lesson) }
      if let failure { report.add([failure]) }
    }
  }

  /// Each destination on a line of its own, in the order of their bytes, and below it its places.
  var text: String {
    places.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { destination, places in
        ([destination] + places.map { "  " + $0 }).joined(separator: "\n") + "\n"
      }
      .joined()
  }

  private mutating func add(_ lesson: Lesson) {
    for link in LessonLinks(of: lesson).links where link.isExternal {
      let position = lesson.source.position(of: link.range.lowerBound)
      // A destination may hold line endings, as character references.
      let name = link.destination.split(whereSeparator: \.isNewline).joined(separator: " ")
      places[name, default: []].append("\(lesson.source.name):\(position.line):\(position.column)")
    }
  }
}
