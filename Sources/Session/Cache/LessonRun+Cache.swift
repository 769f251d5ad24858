import Lesson

/// What runs gave, in a cache.
extension ContentCache {
  /// What a run of a lesson gave; nil where the cache does not hold it.
  func results(for key: CacheKey, of lesson: Lesson) -> LessonRun.Results? {
    let results = value(for: key) { (reader) throws(ByteReader.Damage) in
      LessonRun.Results(
        cells: try reader.list { (reader) throws(ByteReader.Damage) in try reader.cellOutcome() },
        inlineCells: try reader.list { (reader) throws(ByteReader.Damage) in try reader.cellOutcome() },
        formulas: try reader.list { (reader) throws(ByteReader.Damage) in try reader.formulaVerdict() })
    }
    guard let results, results.cells.count == lesson.cells.count,
      results.inlineCells.count == lesson.inlineCells.count, results.formulas.count == lesson.formulas.count
    else { return nil }
    return results
  }

  /// Keeps what a run gave.
  func keep(_ results: LessonRun.Results, for key: CacheKey) {
    keep(for: key) { writer in
      writer.write(results.cells) { $0.write($1) }
      writer.write(results.inlineCells) { $0.write($1) }
      writer.write(results.formulas) { $0.write($1) }
    }
  }
}
