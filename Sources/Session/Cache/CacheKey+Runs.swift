import Formula
import Lesson

extension CacheKey {
  /// The key of the data of figures, which depend on no program.
  ///
  /// - Parameter figureDigests: As `Figure.digest` makes them.
  init(figureDigests: Set<String>) {
    self.init(of: "figures") { writer in writer.write(figureDigests.sorted()) { $0.write($1) } }
  }

  /// The key of the outcome of a run by a program.
  ///
  /// The outcome depends on the program, the lesson's name (cells see it in `#file`), its seed, the limits, and of
  /// each cell and inline cell on the source, whether it runs, its place in the order, and its own seed and limits; on the
  /// formulas and their macros, the cells before each, the paragraphs and headings between them, and what the words
  /// around them say of them. Other prose, captions,
  /// recordings and options that only change the page are no part of it. Cells reach no files.
  ///
  /// - Complexity: Linear in the size of the cells.
  init(of run: LessonRun, by program: [UInt8]) {
    self.init(of: "run") { writer in
      writer.write(bytes: program)
      writer.write(run)
    }
  }
}

extension ByteWriter {
  fileprivate mutating func write(_ run: LessonRun) {
    let lesson = run.lesson
    let errors = LessonErrors(of: lesson)
    write(lesson.source.name)
    write(word: lesson.frontMatter.seed ?? 0)
    for limit in [run.limits.fuel, run.limits.heap, run.limits.depth, run.limits.printed] { write(limit) }
    write(lesson.cells) { writer, cell in
      let options = cell.options
      writer.write(cell.code)
      writer.write(options.eval && !errors.touch(cell.range))
      writer.write(options.error)
      writer.write(options.sliders) { $0.write($1) }
      writer.write(options.seed.map { Int(bitPattern: UInt($0)) })
      for limit in [options.fuel, options.heap, options.depth, options.printed] { writer.write(limit) }
    }
    write(lesson.inlineCells) { writer, cell in
      writer.write(cell.code)
      writer.write(!errors.touch(cell.range))
      writer.write(min(cell.cellsBefore, lesson.cells.count))
    }
    write(lesson.frontMatter.verifiesFormulas)
    write(lesson.frontMatter.macros.sorted { $0.key < $1.key }) { writer, macro in
      writer.write(macro.key)
      writer.write(macro.value)
    }
    write(lesson.formulas) { writer, formula in
      writer.write(formula.tex)
      writer.write(formula.unverified)
      writer.write(lesson.cells(before: formula.range.lowerBound))
    }
    guard !lesson.formulas.isEmpty else { return }
    write(lesson.paragraphs) { writer, formulas in writer.write(formulas.count) }
    write(run.surroundings) { $0.write($1) }
    // Headings say where what a formula defines ends, and which cells belong to it.
    Block.forEachHeading(in: lesson.blocks) { heading in
      write(heading.level)
      write(lesson.cells(before: heading.range.lowerBound))
      write(lesson.formulas.count { $0.range.lowerBound < heading.range.lowerBound })
    }
  }
}

extension ByteWriter {
  fileprivate mutating func write(_ surroundings: Surroundings) {
    write(surroundings.introduction.rawValue)
    write(surroundings.sentence) { $0.write($1) }
    write(surroundings.sign.map { Int($0) })
    for flag in [
      surroundings.isMistake, surroundings.isExercise, surroundings.countsOtherwise,
      surroundings.measuresDegrees, surroundings.isSupposition, surroundings.isConditional,
      surroundings.isClaim, surroundings.isRestatement, surroundings.supposesAll,
    ] { write(flag) }
    write(surroundings.numbers) { writer, number in writer.write(word: number.bitPattern) }
  }
}
