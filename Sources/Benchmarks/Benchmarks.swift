import Foundation

/// Measures the engine against Python and LuaJIT's interpreter, the compilation of lessons and formulas.
///
/// Prints medians of processor time and their ratios. Runs of the languages take turns, so that a machine that
/// slows down does so for all of them. Only an optimised build says something:
///
///     swift run -c release Benchmarks               all
///     swift run -c release Benchmarks languages     the engine against other languages
///     swift run -c release Benchmarks gradients     derivatives against micrograd and PyTorch
///     swift run -c release Benchmarks compilation   how long a lesson's cells take to compile
///     swift run -c release Benchmarks formulas      how long a formula takes to become MathML
///     swift run -c release Benchmarks checks        'trama check' of a hundred lessons, cold and warm, and of
///                                               the first lesson against pytest's doctest and nbval
///     swift run -c release Benchmarks builds        'trama build' of a hundred lessons against Hugo
@main
enum Benchmarks {
  /// Runs of each program in each language.
  static let rounds = 5

  private static let parts: [(name: String, run: @Sendable () -> Void)] = [
    ("languages", compareLanguages), ("gradients", compareGradients), ("compilation", measureCompilation),
    ("formulas", measureFormulas), ("checks", measureChecks),
    ("builds", measureBuilds),
  ]

  static func main() {
    let wanted = CommandLine.arguments.dropFirst()
    for name in wanted where !parts.contains(where: { $0.name == name }) {
      note("there is no part '\(name)'; the parts are \(parts.map(\.name).joined(separator: ", "))")
      exit(64)
    }
    for part in parts where wanted.isEmpty || wanted.contains(part.name) { part.run() }
  }

  private static func compareLanguages() {
    let python = Runner.python
    let lua = Runner.lua
    if python == nil { note("no 'python3' on the path: not compared with it") }
    if lua == nil { note("no 'luajit' on the path: not compared with it") }
    let runners = [.engine] + [python, lua].compactMap { $0 }
    var table = Table(
      ["milliseconds"] + runners.map(\.name) + runners.dropFirst().map { "times \($0.name)" } + ["goal"])
    for benchmark in Benchmark.all {
      var times: [String: [Double]] = [:]
      var outputs: [String: String] = [:]
      for _ in 0..<rounds {
        for runner in runners {
          let (seconds, output) = runner.measure(benchmark)
          guard let output else { continue }
          times[runner.name, default: []].append(seconds)
          outputs[runner.name] = output
        }
      }
      let numbers = Set(outputs.values.map { Double($0.filter { !$0.isWhitespace }) })
      if numbers.count != 1 || outputs.count != runners.count {
        note("'\(benchmark.name)': not the same everywhere: \(outputs)")
      }
      let medians = runners.map { times[$0.name].map(median) }
      let ratios = medians.dropFirst().map { other in
        if let own = medians[0], let other { fixed(other / own, 1) } else { "-" }
      }
      let goal = "\(fixed(benchmark.goal, 0)) × Python" + (benchmark.mustEqualLua ? ", 1 × LuaJIT" : "")
      table.add(
        [benchmark.name] + medians.map { $0.map { fixed($0 * 1000, 0) } ?? "-" } + ratios + [goal])
    }
    print(table.text + "\n")
  }

  /// Micrograd and PyTorch are those of the Python that is compared with.
  private static func compareGradients() {
    guard let python = Runner.pythonExecutable?.path else { return note("no Python to compare with") }
    let whole = Double(GradientBenchmark.gradients) / Double(GradientBenchmark.fewGradients)
    let contestants:
      [(name: String, goal: String, scale: Double, run: () -> (seconds: Double, loss: Double)?)] = [
        ("trama", "", 1, { GradientBenchmark.measureEngine(GradientBenchmark.descent) }),
        ("trama, values only", "0.4", 1, { GradientBenchmark.measureEngine(GradientBenchmark.evaluations) }),
        (
          "micrograd", "1000", whole,
          { GradientBenchmark.measure(GradientBenchmark.micrograd(collects: true), with: python) }
        ),
        (
          "micrograd, gc off", "150", whole,
          { GradientBenchmark.measure(GradientBenchmark.micrograd(collects: false), with: python) }
        ),
        ("PyTorch", "1", 1, { GradientBenchmark.measure(GradientBenchmark.pyTorch, with: python) }),
      ]
    var times: [String: [Double]] = [:]
    var losses: [String: Double] = [:]
    for _ in 0..<rounds {
      for contestant in contestants {
        guard let found = contestant.run() else { continue }
        times[contestant.name, default: []].append(found.seconds * contestant.scale)
        losses[contestant.name] = found.loss
      }
    }
    guard let own = times["trama"].map(median) else { return note("the network does not run") }
    if let other = losses["PyTorch"], let loss = losses["trama"], abs(other - loss) > 1e-9 {
      note("not the same everywhere: \(losses)")
    }
    var table = Table(["\(GradientBenchmark.gradients) gradients", "milliseconds", "times trama", "goal"])
    for contestant in contestants {
      guard let time = times[contestant.name].map(median) else {
        note("\(contestant.name) is not in this Python: not compared with it")
        continue
      }
      table.add([contestant.name, fixed(time * 1000, 1), fixed(time / own, 2), contestant.goal])
    }
    print(table.text + "\n")
  }

  private static func measureCompilation() {
    var table = Table(["compiling", "cells", "milliseconds, warm", "goal"])
    var engines: [Double] = []
    for lesson in [BenchmarkLesson.first, .original].compactMap(\.self) {
      let compilation = LessonCompilation(lesson)
      // The first runs fill caches.
      let times = (0..<30).compactMap { _ in compilation.measure() }.dropFirst(5)
      guard !times.isEmpty else { return note("the cells of \(lesson.name) don't compile") }
      engines += times.map(\.engine)
      table.add([
        lesson.name, String(compilation.count), fixed(median(times.map(\.cells)) * 1000, 2),
        fixed(LessonCompilation.goal * 1000, 0),
      ])
    }
    table.add(["the prelude of an engine", "", fixed(median(engines) * 1000, 2), ""])
    print(table.text + "\n")
  }

  private static func measureFormulas() {
    let goal = fixed(FormulaReading.goal * 1_000_000, 0)
    var table = Table(["formulas of", "number", "bytes each", "microseconds each", "goal"])
    for reading in [
      FormulaReading(lessonsIn: "notebooks"), FormulaReading(linesIn: "Tests/FormulaTests/Corpus"),
    ] {
      guard reading.count > 0 else {
        note("no formulas in '\(reading.name)': run this in the package's folder")
        continue
      }
      // The first rounds fill caches.
      let times = (0..<30).map { _ in reading.measure() }.dropFirst(5)
      table.add([
        reading.name, String(reading.count), fixed(reading.length, 1),
        fixed(median(Array(times)) * 1_000_000, 1), goal,
      ])
    }
    print(table.text + "\n")
  }

  private static func measureChecks() {
    for lesson in [BenchmarkLesson.first, .original].compactMap(\.self) { measureCourse(of: lesson) }
    for copies in [1, 10] { comparePeers(copies: copies) }
  }

  private static func measureCourse(of lesson: BenchmarkLesson) {
    guard let check = BenchmarkCourse(of: lesson) else {
      return note("no 'trama' beside this program: build both")
    }
    defer { check.remove() }
    var table = Table([
      "check of \(BenchmarkCourse.lessons) × \(lesson.name)", "milliseconds of processor time", "goal",
    ])
    let cold = fixed(BenchmarkCourse.coldGoal * 1000, 0)
    for (name, goal, measure) in [
      ("without a cache", cold, check.checkWithoutCache), ("with an empty cache", cold, check.coldCheck),
      ("with a full cache", fixed(BenchmarkCourse.checkGoal * 1000, 0), check.warmCheck),
    ] {
      let times = (0..<rounds).compactMap { _ in measure() }
      guard times.count == rounds else { return note("'trama check' fails \(name)") }
      table.add([name, fixed(median(times) * 1000, 0), goal])
    }
    print(table.text + "\n")
  }

  private static func measureBuilds() {
    guard let lesson = BenchmarkLesson.first else { return }
    guard let course = BenchmarkCourse(of: lesson) else {
      return note("no 'trama' beside this program: build both")
    }
    defer { course.remove() }
    var times: [[Double]] = [[], [], []]
    for _ in 0..<rounds {
      guard let whole = course.buildWithoutCache(), let edited = course.buildAfterEdit() else {
        return note("'trama build' fails")
      }
      times[0].append(whole)
      times[1].append(edited)
      if let other = course.hugo() { times[2].append(other) }
    }
    let peer = times[2].count == rounds ? median(times[2]) : nil
    if peer == nil { note("no 'hugo' on the path, or it fails: not compared with it") }
    var table = Table([
      "build of \(BenchmarkCourse.lessons) lessons", "milliseconds of processor time", "times Hugo", "goal",
    ])
    for (name, own, goal) in [("without a cache", times[0], "0.94"), ("one edited", times[1], "0.09")] {
      let ratio = peer.map { fixed(median(own) / $0, 2) } ?? "-"
      table.add([name, fixed(median(own) * 1000, 0), ratio, goal])
    }
    if let peer { table.add(["by Hugo, which runs nothing", fixed(peer * 1000, 0), "1", ""]) }
    print(table.text + "\n")
  }

  static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
  }

  static func fixed(_ value: Double, _ digits: Int) -> String {
    String(format: "%.\(digits)f", value)
  }

  static func note(_ text: String) {
    FileHandle.standardError.write(Data("note: \(text)\n".utf8))
  }
}
