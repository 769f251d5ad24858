import Graphics
import Lesson

/// The data of figures in a cache, so that a later difference can be told in words.
///
/// The figures of a lesson are one entry, under the digests that the lesson records: those are known when a cell shows
/// something else. Where a run gives others than recorded, each of both is an entry of its own, as an author may accept
/// some and not others.
extension ContentCache {
  /// Keeps the figures that a run of a lesson gave.
  func keep(figuresOf results: LessonRun.Results, of lesson: Lesson) {
    var figures: [String: Figure] = [:]
    for case .figure(let figure) in results.cells.flatMap(\.outputs) { figures[figure.digest] = figure }
    let recorded = lesson.recordedFigures
    if Set(figures.keys) == recorded {
      if !figures.isEmpty { keep(figures, under: recorded) }
      return
    }
    for digest in recorded where figures[digest] == nil { figures[digest] = figure(digest, among: recorded) }
    for (digest, figure) in figures where entry(for: CacheKey(figureDigests: [digest])) == nil {
      keep([digest: figure], under: [digest])
    }
  }

  /// The figure with a digest; nil where the cache does not hold it.
  ///
  /// - Parameter recorded: The digests of all figures that the lesson records.
  func figure(_ digest: String, among recorded: Set<String>) -> Figure? {
    figures(under: recorded)?[digest] ?? figures(under: [digest])?[digest]
  }

  private func keep(_ figures: [String: Figure], under digests: Set<String>) {
    keep(for: CacheKey(figureDigests: digests)) { writer in
      writer.write(figures.sorted { $0.key < $1.key }) { $0.write($1.value) }
    }
  }

  private func figures(under digests: Set<String>) -> [String: Figure]? {
    let figures = value(for: CacheKey(figureDigests: digests)) { (reader) throws(ByteReader.Damage) in
      try reader.list { (reader) throws(ByteReader.Damage) in try reader.figure() }
    }
    return figures.map { Dictionary($0.map { ($0.digest, $0) }) { first, _ in first } }
  }
}

extension Lesson {
  /// The digests of the figures that its cells record.
  var recordedFigures: Set<String> {
    Set(cells.flatMap { $0.recording?.lines ?? [] }.compactMap { FigureRecording(line: $0)?.digest })
  }
}
