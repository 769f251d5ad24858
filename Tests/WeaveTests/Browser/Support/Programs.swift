import Foundation

/// Programs that tests use where they are installed.
enum Programs {
  /// Where a program is; nil where the path names none.
  static func path(_ name: String) -> String? {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return folders.map { "\($0)/\(name)" }.first(where: FileManager.default.isExecutableFile)
  }

  /// The file that an environment variable names; nil where there is none.
  static func file(_ variable: String) -> String? {
    ProcessInfo.processInfo.environment[variable].flatMap {
      FileManager.default.fileExists(atPath: $0) ? $0 : nil
    }
  }
}
