import Foundation
import Testing

@testable import Commands

/// The compiler to compare with, and one that changes programs on their way to it.
enum RealCompiler {
  static let isAvailable = (try? SwiftCompiler()) != nil

  /// A `swiftc` that hands the program to the real one after `sed` has changed it.
  static let changing = """
    #!/bin/sh
    PATH=$OLDPATH
    sed -i "$CHANGE" "$1"
    exec swiftc "$@"

    """

  /// Checks a lesson with a compiler that makes a change, as `sed` writes it, to the program.
  static func check(_ lesson: String, changing change: String) throws -> Ended {
    let folder = Workspace(["a.md": lesson, "bin/swiftc": changing])
    chmod(folder("bin/swiftc"), 0o755)
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return try Executable.run(
      ["check", "--witness", "swiftc", "a.md"], in: folder.path,
      environment: ["PATH": folder("bin") + ":" + path, "OLDPATH": path, "CHANGE": change])
  }
}
