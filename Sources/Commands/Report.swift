import Diagnostics

/// Diagnostics of several files, shown file by file in the order in which the files were added.
struct Report {
  private var diagnostics: [Diagnostic] = []
  private var texts: [String: SourceText] = [:]
  private var order: [String: Int] = [:]

  /// The number of errors.
  var errors: Int { diagnostics.count { $0.severity == .error } }
  var warnings: Int { diagnostics.count - errors }

  /// Makes a text known for excerpts.
  mutating func add(_ text: SourceText) {
    if order[text.name] == nil { order[text.name] = order.count }
    texts[text.name] = text
  }

  mutating func add(_ found: [Diagnostic]) {
    for diagnostic in found where order[diagnostic.file] == nil { order[diagnostic.file] = order.count }
    diagnostics += found
  }

  mutating func add(_ failure: FileFailure) {
    add([Diagnostic(failure)])
  }

  /// The text of a lesson and why it could not be read.
  mutating func add(_ text: LessonText) {
    if let source = text.source { add(source) }
    if let failure = text.failure { add([failure]) }
  }

  /// What is wrong with a theme.
  mutating func add(_ theme: CourseTheme) {
    for source in theme.sources { add(source) }
    add(theme.diagnostics)
  }

  /// The findings of a lesson.
  mutating func add(_ lesson: CheckedLesson) {
    if let source = lesson.source { add(source) }
    add(lesson.findings)
  }

  /// Everything: by file, then by place.
  var sorted: [Diagnostic] {
    diagnostics.enumerated().sorted { key($0) < key($1) }.map(\.element)
  }

  /// The text of a file; nil where it is not at hand.
  func text(named name: String) -> SourceText? { texts[name] }

  func formatter(colour: Bool) -> DiagnosticFormatter {
    let texts = texts
    return DiagnosticFormatter(colour: colour) { texts[$0] }
  }

  /// Writes everything in order.
  func write(to stream: Console.Stream, of console: Console) {
    let formatter = formatter(colour: console.usesColour(stream))
    // A failure of the file system speaks of a whole file, so no excerpt of it belongs there.
    let withoutTexts = DiagnosticFormatter(colour: formatter.colour) { _ in nil }
    for diagnostic in sorted {
      let isFailure = diagnostic.id == Diagnostic.fileFailureID
      console.write((isFailure ? withoutTexts : formatter).format(diagnostic), to: stream)
    }
  }

  private func key(_ entry: (offset: Int, element: Diagnostic)) -> (Int, Int, Int) {
    (order[entry.element.file] ?? 0, entry.element.range.lowerBound, entry.offset)
  }
}
