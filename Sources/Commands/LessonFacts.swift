import Diagnostics
import Lesson
import Session
import Weave

/// What a check learns of a lesson besides its findings.
struct LessonFacts: Sendable {
  /// Something that is checked, by name and place.
  typealias Check = (name: String, range: Range<Int>)

  /// What the index of its course says of it.
  let entry: CourseIndex.Entry
  /// The lesson that it translates, as its front matter names it.
  let translationOf: String?
  /// The cells with their recordings, the inline cells, and the formulas that say something, in the order of the text.
  let checks: [Check]
  let cells: Int
  let inlineCells: Int
  let formulas: Int
  let verifiedFormulas: Int
  /// Why formulas are not verified.
  let notes: [Diagnostic.Note]

  init(of outcome: LessonOutcome, at place: LessonPlace) {
    entry = CourseIndex.Entry(of: outcome, at: place.path, in: place.course, isSearched: false)
    translationOf = outcome.lesson.frontMatter.translationOf
    checks = Self.checks(of: outcome)
    cells = outcome.lesson.cells.count
    inlineCells = outcome.lesson.inlineCells.count
    formulas = outcome.lesson.formulas.count
    verifiedFormulas = outcome.verifiedFormulas
    notes = outcome.unreadFormulas
  }

  fileprivate init(reading reader: inout ByteReader) throws(ByteReader.Damage) {
    entry = try reader.courseIndexEntry()
    translationOf = try reader.optionalText()
    checks = try reader.list { (reader) throws(ByteReader.Damage) in (try reader.text(), try reader.range()) }
    cells = try reader.int()
    inlineCells = try reader.int()
    formulas = try reader.int()
    verifiedFormulas = try reader.int()
    notes = try reader.list { (reader) throws(ByteReader.Damage) in try reader.note() }
  }

  private static func checks(of outcome: LessonOutcome) -> [Check] {
    let lesson = outcome.lesson
    let cells = lesson.cells.filter(\.options.eval).map { cell in
      (cell.name, cell.range.lowerBound..<(cell.recording?.range.upperBound ?? cell.range.upperBound))
    }
    let inlineCells = lesson.inlineCells.map { ($0.name, $0.range) }
    let read = zip(lesson.formulas, outcome.formulas).compactMap { span, verdict -> (String, Range<Int>)? in
      switch verdict {
      case .verified, .contradicted: ("formula \(span.tex)", span.range)
      case .silent, .unread, .unreadable, .exempt: nil
      }
    }
    return (cells + inlineCells + read).sorted { $0.1.lowerBound < $1.1.lowerBound }
  }
}

extension ContentCache {
  /// What is kept of a lesson; nil where the cache does not hold it.
  func lessonFacts(for key: CacheKey) -> LessonFacts? {
    value(for: key) { (reader) throws(ByteReader.Damage) in try LessonFacts(reading: &reader) }
  }

  func keep(_ facts: LessonFacts, for key: CacheKey) {
    keep(for: key) { writer in
      writer.write(facts.entry)
      writer.write(facts.translationOf)
      writer.write(facts.checks) { writer, check in
        writer.write(check.name)
        writer.write(check.range)
      }
      for count in [facts.cells, facts.inlineCells, facts.formulas, facts.verifiedFormulas] {
        writer.write(count)
      }
      writer.write(facts.notes) { $0.write($1) }
    }
  }
}
