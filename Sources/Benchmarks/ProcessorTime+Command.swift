import Foundation

extension ProcessorTime {
  /// What a command uses from start to end, with those of its descendants that were waited for.
  ///
  /// - Parameter environment: Variables in addition to those of this process.
  /// - Returns: Nil where it cannot be started or fails.
  static func of(_ executable: URL, _ arguments: [String], environment: [String: String]) -> Double? {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let start = ofChildren
    guard (try? process.run()) != nil else { return nil }
    process.waitUntilExit()
    return process.terminationStatus == 0 ? ofChildren - start : nil
  }
}
