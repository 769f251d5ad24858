import Diagnostics
import Foundation
import Session

/// What runs a benchmark: the engine in this process, or an interpreter in one of its own.
struct Runner {
  /// How the table's heading calls it.
  let name: String
  /// Runs a program and gives what it printed; nil where it failed.
  let run: (Benchmark) -> String?
  /// The processor time that `run` is charged to.
  private let clock: () -> Double

  /// One run: the processor time from start to end, start-up and compilation included, and the output.
  func measure(_ benchmark: Benchmark) -> (seconds: Double, output: String?) {
    let start = clock()
    let output = run(benchmark)
    return (clock() - start, output)
  }
}

extension Runner {
  /// The engine, made anew for each run.
  static var engine: Runner {
    Runner(
      name: "trama",
      run: { benchmark in
        var printed = ""
        var limits = Engine.Limits()
        limits.fuel = .max
        let engine = Engine { printed += $0 }
        let outcome = engine.run(
          SourceText(name: benchmark.name, text: benchmark.swift), mode: .program, limits: limits)
        return outcome.diagnostics.contains { $0.severity == .error } ? nil : printed
      },
      clock: { ProcessorTime.own })
  }

  /// The Python that the environment variable `PYTHON` names, else the one on the path; nil where there is none.
  static var python: Runner? {
    guard let (executable, version) = pythonExecutable else { return nil }
    return Runner(
      name: "Python \(version)", run: { output(of: executable, ["-c", $0.python]) },
      clock: { ProcessorTime.ofChildren })
  }

  /// Where that Python is, and its version.
  static var pythonExecutable: (path: String, version: String)? {
    let command = ProcessInfo.processInfo.environment["PYTHON"] ?? "python3"
    // Asked for itself, because what is on the path may be a script that starts it.
    guard
      let answer = output(of: command, ["-c", "import sys; print(sys.executable, sys.version.split()[0])"])
    else { return nil }
    let words = answer.split(whereSeparator: \.isWhitespace)
    guard words.count == 2 else { return nil }
    return (String(words[0]), String(words[1]))
  }

  /// LuaJIT's interpreter; nil where there is none.
  static var lua: Runner? {
    guard output(of: "luajit", ["-v"]) != nil else { return nil }
    return Runner(
      name: "LuaJIT -joff", run: { output(of: "luajit", ["-joff", "-e", $0.lua]) },
      clock: { ProcessorTime.ofChildren })
  }

  /// What a process prints; nil where it cannot be started or fails.
  static func output(of executable: String, _ arguments: [String]) -> String? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [executable] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : nil
  }
}
