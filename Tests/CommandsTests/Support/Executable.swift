import Foundation

/// The built tool as a process of its own.
enum Executable {
  /// Beside the test bundle; nil where it was not built.
  static let path: String? = {
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
      .deletingLastPathComponent()
    for _ in 0..<5 {
      let candidate = folder.appendingPathComponent("trama").path
      if FileManager.default.isExecutableFile(atPath: candidate), !isFolder(candidate) { return candidate }
      folder.deleteLastPathComponent()
    }
    return nil
  }()

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }

  /// Runs the tool in a folder.
  static func run(
    _ arguments: [String], in folder: String, input: String? = nil, environment: [String: String] = [:]
  ) throws -> Ended {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path ?? "")
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    // The user's cache is no place for tests.
    process.environment = ProcessInfo.processInfo.environment.merging(["TRAMA_CACHE": ""]) { $1 }
      .merging(environment) { $1 }
    // Files instead of pipes: a pipe that nobody empties would stop a tool that says much.
    let out = folder + "/.out"
    let err = folder + "/.err"
    let stdin = folder + "/.in"
    for file in [out, err, stdin] {
      try Data((file == stdin ? input ?? "" : "").utf8).write(to: URL(fileURLWithPath: file))
    }
    defer { for file in [out, err, stdin] { try? FileManager.default.removeItem(atPath: file) } }
    process.standardOutput = FileHandle(forWritingAtPath: out)
    process.standardError = FileHandle(forWritingAtPath: err)
    process.standardInput = FileHandle(forReadingAtPath: stdin)
    try process.run()
    process.waitUntilExit()
    func text(_ file: String) -> String {
      String(decoding: FileManager.default.contents(atPath: file) ?? Data(), as: UTF8.self)
    }
    return Ended(output: text(out), errors: text(err), status: process.terminationStatus)
  }
}
