import Crypto
import Lesson

/// What the outcome of a run depends on, as a SHA-256 digest.
///
/// That is: the program, the lesson's name (cells see it in `#file`), its seed, the limits, and of each cell
/// and inline cell the source, whether it runs, its place in the order, and its own seed and limits; the formulas and their macros, the cells before each, and
/// the headings between them. Other prose, captions, recordings and options that only change the page are no part of it. Cells reach no files.
public struct RunKey: Sendable, Hashable {
  /// 32 bytes.
  public let digest: [UInt8]

  /// The digest in 64 hexadecimal digits.
  public var name: String { Self.hexadecimal(digest) }

  static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// The key of a figure's data, which depend on no program.
  ///
  /// - Parameter figureDigest: As `Figure.digest` makes it.
  init(figureDigest: String) {
    var writer = ByteWriter()
    writer.write("figure")
    writer.write(RunEntry.format)
    writer.write(figureDigest)
    digest = Array(SHA256.hash(data: writer.bytes))
  }

  /// The key of a run by a program.
  ///
  /// - Complexity: Linear in the size of the cells.
  init(of run: LessonRun, by program: [UInt8]) {
    let lesson = run.lesson
    let errors = LessonErrors(of: lesson)
    var writer = ByteWriter()
    writer.write(bytes: program)
    writer.write(RunEntry.format)
    writer.write(lesson.source.name)
    writer.write(word: lesson.frontMatter.seed ?? 0)
    for limit in [run.limits.fuel, run.limits.heap, run.limits.depth, run.limits.printed] {
      writer.write(limit)
    }
    writer.write(lesson.cells.count)
    for cell in lesson.cells {
      let options = cell.options
      writer.write(cell.code)
      writer.write(options.eval && !errors.touch(cell.range))
      writer.write(options.error)
      writer.write(options.sliders) { $0.write($1) }
      writer.write(options.seed.map { Int(bitPattern: UInt($0)) })
      for limit in [options.fuel, options.heap, options.depth, options.printed] { writer.write(limit) }
    }
    writer.write(lesson.inlineCells.count)
    for cell in lesson.inlineCells {
      writer.write(cell.code)
      writer.write(!errors.touch(cell.range))
      writer.write(min(cell.cellsBefore, lesson.cells.count))
    }
    writer.write(lesson.frontMatter.verifiesFormulas)
    writer.write(lesson.frontMatter.macros.count)
    for (name, body) in lesson.frontMatter.macros.sorted(by: { $0.key < $1.key }) {
      writer.write(name)
      writer.write(body)
    }
    writer.write(lesson.formulas.count)
    for formula in lesson.formulas {
      writer.write(formula.tex)
      writer.write(formula.unverified)
      writer.write(lesson.cellsBefore(formula))
    }
    guard !lesson.formulas.isEmpty else {
      digest = Array(SHA256.hash(data: writer.bytes))
      return
    }
    // Headings say where what a formula defines ends.
    Block.forEachHeading(in: lesson.blocks) { heading in
      writer.write(heading.level)
      writer.write(lesson.formulas.count { $0.range.lowerBound < heading.range.lowerBound })
    }
    digest = Array(SHA256.hash(data: writer.bytes))
  }
}
