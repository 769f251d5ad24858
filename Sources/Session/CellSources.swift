import Diagnostics
import Lesson

/// The way back from the sources that the engine was given to the lesson that they came from.
///
/// Each cell is one source with a name of its own, so that a diagnostic of one cell may point into another.
struct CellSources {
  /// Where the lines of one source stand.
  fileprivate struct Origin {
    /// The UTF-8 offset in the source at which each line starts.
    var lineStarts: [Int]
    /// The UTF-8 offset in the lesson at which each line's text starts.
    var lessonOffsets: [Int]
  }

  /// The lesson's name, as diagnostics show it.
  private let file: String
  private var origins: [String: Origin] = [:]

  init(of lesson: Lesson) {
    file = lesson.source.name
  }

  /// The source of a cell.
  mutating func source(of cell: Cell) -> SourceText {
    register("\(file)#cell-\(cell.index + 1)", cell.code, lessonOffsets: cell.lineOffsets)
  }

  /// The source of an inline cell.
  mutating func source(of cell: InlineCell) -> SourceText {
    register("\(file)#inline-\(cell.index + 1)", cell.code, lessonOffsets: [cell.codeOffset])
  }

  private mutating func register(_ name: String, _ code: String, lessonOffsets: [Int]) -> SourceText {
    var lineStarts = [0]
    var offset = 0
    for byte in code.utf8 {
      offset += 1
      if byte == 0x0A { lineStarts.append(offset) }
    }
    origins[name] = Origin(lineStarts: lineStarts, lessonOffsets: lessonOffsets)
    return SourceText(name: name, text: code)
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
    return Diagnostic.Place(file: file, range: lower..<max(lower, origin.inLesson(place.range.upperBound)))
  }
}

extension CellSources.Origin {
  /// The offset in the lesson of an offset in the source.
  ///
  /// - Complexity: O(log lines).
  fileprivate func inLesson(_ offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    guard low < lessonOffsets.count else { return lessonOffsets.last ?? 0 }
    return lessonOffsets[low] + (offset - lineStarts[low])
  }
}
