import Diagnostics
import Lesson

/// The sources that the engine is given: each cell is one, with a name of its own.
struct CellSources {
  /// The lesson's name, as diagnostics show it.
  fileprivate let file: String

  init(of lesson: Lesson) {
    file = lesson.source.name
  }

  /// The source of a cell.
  func source(of cell: Cell) -> SourceText {
    SourceText(name: "\(file)#cell-\(cell.index + 1)", text: cell.code)
  }

  /// The source of an inline cell.
  func source(of cell: InlineCell) -> SourceText {
    SourceText(name: "\(file)#inline-\(cell.index + 1)", text: cell.code)
  }
}

/// The way back from the sources that the engine was given to the lesson that they came from.
///
/// A diagnostic of one cell may point into another.
struct CellOrigins {
  /// Where the lines of one source stand.
  fileprivate struct Origin {
    /// The UTF-8 offset in the source at which each line starts.
    var lineStarts: [Int]
    /// The UTF-8 offset in the lesson at which each line's text starts.
    var lessonOffsets: [Int]
  }

  private let sources: CellSources
  private var origins: [String: Origin] = [:]

  /// - Complexity: Linear in the size of the cells.
  init(of lesson: Lesson) {
    sources = CellSources(of: lesson)
    for cell in lesson.cells { register(sources.source(of: cell), lessonOffsets: cell.lineOffsets) }
    for cell in lesson.inlineCells { register(sources.source(of: cell), lessonOffsets: [cell.codeOffset]) }
  }

  private mutating func register(_ source: SourceText, lessonOffsets: [Int]) {
    var lineStarts = [0]
    var offset = 0
    for byte in source.text.utf8 {
      offset += 1
      if byte == 0x0A { lineStarts.append(offset) }
    }
    origins[source.name] = Origin(lineStarts: lineStarts, lessonOffsets: lessonOffsets)
  }

  /// An outcome with every place in the lesson.
  func inLesson(_ outcome: CellOutcome) -> CellOutcome {
    var outcome = outcome
    outcome.diagnostics = outcome.diagnostics.map(inLesson)
    return outcome
  }

  /// A diagnostic of the engine, with every place in the lesson.
  func inLesson(_ diagnostic: Diagnostic) -> Diagnostic {
    var diagnostic = diagnostic
    if let fix = diagnostic.fix {
      let place = inLesson(Diagnostic.Place(file: diagnostic.file, range: fix.range))
      diagnostic.fix?.range = place.range
    }
    diagnostic.place = inLesson(diagnostic.place)
    diagnostic.notes = diagnostic.notes.map { note in
      Diagnostic.Note(note.message, at: note.place.map(inLesson))
    }
    return diagnostic
  }

  private func inLesson(_ place: Diagnostic.Place) -> Diagnostic.Place {
    guard let origin = origins[place.file] else { return place }
    let lower = origin.inLesson(place.range.lowerBound)
    return Diagnostic.Place(
      file: sources.file, range: lower..<max(lower, origin.inLesson(place.range.upperBound)))
  }
}

extension CellOrigins.Origin {
  /// The offset in the lesson of an offset in the source.
  ///
  /// - Complexity: O(log lines).
  fileprivate func inLesson(_ offset: Int) -> Int {
    let line = lineStarts.line(holding: offset)
    guard line < lessonOffsets.count else { return lessonOffsets.last ?? 0 }
    return lessonOffsets[line] + (offset - lineStarts[line])
  }
}
