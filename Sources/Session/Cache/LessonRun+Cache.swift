import Graphics
import Lesson

/// What runs gave, and the data of figures, in a cache.
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

  /// Keeps what a run gave, and the data of its figures, so that a later difference can be told in words.
  func keep(_ results: LessonRun.Results, for key: CacheKey) {
    keep(for: key) { writer in
      writer.write(results.cells) { $0.write($1) }
      writer.write(results.inlineCells) { $0.write($1) }
      writer.write(results.formulas) { $0.write($1) }
    }
    for case .figure(let figure) in results.cells.flatMap(\.outputs) {
      let key = CacheKey(figureDigest: figure.digest)
      if entry(for: key) == nil { keep(for: key) { $0.write(figure) } }
    }
  }

  /// The figure with a digest; nil where the cache does not hold it.
  func figure(_ digest: String) -> Figure? {
    value(for: CacheKey(figureDigest: digest)) { (reader) throws(ByteReader.Damage) in try reader.figure() }
  }
}
