import ArgumentParser
import Diagnostics
import Lesson
import Session

/// `trama run`.
struct Run: ConsoleCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run a Swift program, or the cells of a lesson.",
    discussion: """
      A '.md' file is a lesson: what its cells show is printed. Anything else is a program: its output is \
      what the compiled program would print. '-' reads a program from standard input.

      EXAMPLES
        trama run program.swift
        trama run notebooks/es/derivada.md
        trama run --fuel 5000000000 long.swift
      """)

  @Argument(help: ArgumentHelp("A '.swift' program, a '.md' lesson, or '-'.", valueName: "file"))
  var file: String

  @Flag(help: "Show the instructions of a program instead of running it.")
  var disassemble = false

  @Option(help: ArgumentHelp("Seeds the random numbers of a program.", valueName: "n"))
  var seed: UInt64 = 0

  @Option(help: ArgumentHelp("The most instructions that may be executed.", valueName: "n"))
  var fuel: Int?

  @Option(help: ArgumentHelp("The most bytes of memory that values may take.", valueName: "n"))
  var heap: Int?

  @Option(help: ArgumentHelp("The deepest nesting of calls.", valueName: "n"))
  var depth: Int?

  @Option(help: ArgumentHelp("The most bytes that may be printed.", valueName: "n"))
  var printed: Int?

  func validate() throws {
    if disassemble, file.hasSuffix(".md") {
      throw ValidationError("'--disassemble' shows the instructions of a program, not of a lesson")
    }
    for (name, value) in [("fuel", fuel), ("heap", heap), ("depth", depth), ("printed", printed)] {
      if let value, value < 1 {
        throw ValidationError("'--\(name)' needs a number of at least 1, not \(value)")
      }
    }
  }

  func execute(on console: Console) -> ExitStatus {
    var report = Report()
    let limits = limits
    if file.hasSuffix(".md") {
      let lesson = Workers.run { [file] in
        LessonFile(LessonText(file), at: LessonPlace(of: file), limits: limits)
      }
      if let lesson { show(lesson, &report, on: console) }
    } else {
      do throws(FileFailure) {
        let bytes =
          try file == "-"
          ? Disk.read(0, "standard input", limit: Lesson.maximumSize)
          : Disk.read(file, limit: Lesson.maximumSize, allowsPipe: true)
        run(bytes, limits, &report, on: console)
      } catch {
        report.add(error)
      }
    }
    report.write(to: .errors, of: console)
    return report.errors == 0 ? .fine : .findings
  }

  private var limits: Engine.Limits {
    var limits = Engine.Limits.standard
    limits.fuel = fuel ?? limits.fuel
    limits.heap = heap ?? limits.heap
    limits.depth = depth ?? limits.depth
    // A program streams what it prints; only a lesson's cells keep it.
    limits.printed = printed ?? (file.hasSuffix(".md") ? limits.printed : .max)
    return limits
  }

  /// Runs a program, printing as it goes.
  private func run(_ bytes: [UInt8], _ limits: Engine.Limits, _ report: inout Report, on console: Console) {
    let name = file == "-" ? "standard input" : file
    guard bytes.count <= Lesson.maximumSize else {
      report.add(FileFailure(name, "this program has more than \(Lesson.maximumSize) bytes"))
      return
    }
    do throws(Diagnostic) {
      let source = try SourceText(name: name, bytes: bytes)
      report.add(source)
      let seed = seed
      if disassemble {
        let program = Workers.run { Engine(seed: seed).disassemble(source) }
        console.write(program?.text ?? "")
        report.add(program?.diagnostics ?? [])
        return
      }
      let outcome = Workers.run {
        let engine = Engine(seed: seed) { console.write($0) }
        return engine.run(source, mode: .program, limits: limits)
      }
      report.add(outcome?.diagnostics ?? [])
    } catch {
      report.add(SourceText(name: name, text: String(decoding: bytes, as: UTF8.self)))
      report.add([error])
    }
  }

  /// Prints what the cells of a lesson show, each output on lines of its own.
  private func show(_ lesson: LessonFile, _ report: inout Report, on console: Console) {
    report.add(lesson.text)
    guard let outcome = lesson.outcome else { return }
    for (cell, result) in zip(outcome.lesson.cells, outcome.cells) {
      for output in result.outputs {
        switch output {
        case .text(let text): console.write(text.utf8.last == 0x0A ? text : text + "\n")
        case .value(let value): console.write(value + "\n")
        case .table(let table): console.write(table.text + "\n")
        case .formula(_, let text): console.write(text + "\n")
        case .figure(let figure): console.write(figure.recordingLine + "\n")
        }
      }
      guard cell.mustFail else { continue }
      for error in result.diagnostics where error.severity == .error {
        console.write(CellOutcome.recordedLine(of: error) + "\n")
      }
    }
    report.add(outcome.problems)
  }
}
