import Diagnostics
import Lesson
import Session

/// The lessons that the arguments of `trama accept` name, and which of their recordings.
struct AcceptedParts {
  /// Each lesson once, as messages show it.
  private(set) var paths: [String] = []
  /// Each argument with the lessons that it names.
  private var parts: [(part: AcceptedPart, paths: [String])] = []
  /// Those of the arguments whose lessons were not all found, which has been reported.
  private var incomplete: Set<String?> = []
  private let course: String

  /// Finds the lessons.
  ///
  /// - Parameters:
  ///   - arguments: None stands for the whole course.
  ///   - course: The course folder.
  ///   - report: Takes what is wrong.
  init(_ arguments: [AcceptedPart], course: String, report: inout Report) {
    self.course = course
    guard !arguments.isEmpty else {
      paths = LessonPaths([], course: course, report: &report).paths
      return
    }
    var found: [String?: [String]] = [:]
    var names: [String: String] = [:]
    for part in arguments {
      if found[part.path] == nil {
        let errors = report.errors
        found[part.path] = LessonPaths(part.path.map { [$0] } ?? [], course: course, report: &report).paths
        if report.errors > errors { incomplete.insert(part.path) }
      }
      // A lesson that is named twice, perhaps by a link, keeps its first name.
      let lessons = (found[part.path] ?? []).map { path in
        let target = Disk.resolved(path) ?? path
        if let known = names[target] { return known }
        names[target] = path
        paths.append(path)
        return path
      }
      parts.append((part, lessons))
    }
  }

  /// What may be accepted in a lesson; nil for everything.
  func items(in lesson: Lesson, at path: String) -> Set<Acceptance.Item>? {
    if parts.isEmpty { return nil }
    var items: Set<Acceptance.Item> = []
    for (part, paths) in parts where paths.contains(path) {
      switch part.kind {
      case .all: return nil
      case .label(let label): items.formUnion(Acceptance.Item.labelled(label, in: lesson).map { [$0] } ?? [])
      case .line(let line): items.formUnion(Acceptance.Item.atLine(line, of: lesson))
      }
    }
    return items
  }

  /// Reports the labels and lines that name nothing.
  ///
  /// Lessons that could not be read have been reported already, so nothing is said of what they lack.
  func check(_ files: [LessonFile], report: inout Report) {
    let lessons = Dictionary(files.map { ($0.path, $0.outcome?.lesson) }) { first, _ in first }
    for (part, paths) in parts {
      let named = paths.compactMap { lessons[$0] ?? nil }
      guard named.count == paths.count, !incomplete.contains(part.path) else { continue }
      switch part.kind {
      case .all: continue
      case .label(let label):
        guard !named.contains(where: { Acceptance.Item.labelled(label, in: $0) != nil }) else { continue }
        report.add(missing(label, in: named, named: part.path ?? course))
      case .line(let line):
        guard let path = part.path, let lesson = named.first, Disk.kind(of: path) != .folder else {
          report.add(
            FileFailure(
              part.path ?? course, "a folder has no line \(line)", advice: "name a lesson before the ':'"))
          continue
        }
        if Acceptance.Item.atLine(line, of: lesson).isEmpty { report.add([missing(line, in: lesson)]) }
      }
    }
  }

  private func missing(_ label: String, in lessons: [Lesson], named name: String) -> FileFailure {
    let labels = lessons.flatMap { $0.cells.compactMap(\.options.label) }
    let advice =
      if let nearest = nearest(label, among: labels) {
        "did you mean '#\(nearest)'?"
      } else if labels.isEmpty {
        "no cell has a label here; name a line with FILE:LINE"
      } else {
        "the labels are " + labels.prefix(12).map { "#\($0)" }.joined(separator: ", ")
          + (labels.count > 12 ? " and \(labels.count - 12) more" : "")
      }
    return FileFailure(name, "no cell has the label '#\(label)'", advice: advice)
  }

  /// The excerpt under the message shows what is at the line.
  private func missing(_ line: Int, in lesson: Lesson) -> Diagnostic {
    let source = lesson.source
    guard line <= source.lineStarts.count else {
      return Diagnostic(
        FileFailure(
          source.name, "there is no line \(line)", advice: "the file has \(source.lineStarts.count) lines"))
    }
    let nearest = lesson.cells.min { distance(of: $0, to: line) < distance(of: $1, to: line) }
    let start = source.lineStarts[line - 1]
    let text = source.line(line - 1)
    let found = text.allSatisfy(\.isWhitespace) ? "blank, and " : ""
    return Diagnostic(
      .error, "accept.line", file: source.name, range: start..<start + text.utf8.count,
      "this line is \(found)in no cell, recording or inline cell",
      notes: nearest.map {
        [Diagnostic.Note("the nearest is \($0.name) in line \(lesson.lines(of: $0).lowerBound)")]
      }
        ?? [])

    func distance(of cell: Cell, to line: Int) -> Int {
      let lines = lesson.lines(of: cell)
      return max(lines.lowerBound - line, line - lines.upperBound)
    }
  }
}
