import Synchronization

/// `swiftc`, and the programs that it makes, in processes of their own under limits.
final class SwiftCompiler: Sendable {
  /// What a process wrote, and whether it ended well.
  struct Ended {
    var output: String
    var isFine: Bool
  }

  /// Seconds of processor time, kibibytes of memory and blocks of 512 bytes of output of one process.
  private static let compilerLimits = "ulimit -t 300"
  private static let programLimits = "ulimit -t 60; ulimit -f 131072; ulimit -v 4194304 2>/dev/null"
  private static let longestOutput = 64 << 20

  private let executable: String
  private let folder: String
  private let count = Mutex(0)

  /// Finds the compiler and makes a folder for its files, which goes with the object.
  ///
  /// - Throws: Where `PATH` has no `swiftc`, or no folder can be made.
  init() throws(FileFailure) {
    let path = CacheFolder.environment("PATH") ?? ""
    let candidates = path.split(separator: ":").map { Disk.join(String($0), "swiftc") }
    guard let found = candidates.first(where: { Disk.kind(of: $0) == .file && access($0, X_OK) == 0 }) else {
      throw FileFailure(
        "swiftc", "there is no 'swiftc' in a folder of PATH",
        advice: "install a Swift toolchain, or leave '--witness' out")
    }
    executable = found
    var template = Array(
      Disk.join(CacheFolder.environment("TMPDIR") ?? "/tmp", "trama-witness-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw FileFailure("swiftc", cannot: "make a temporary folder", code: errno)
    }
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    try? Disk.remove(folder)
  }

  /// Compiles a program.
  ///
  /// - Returns: The path of the executable, or what the compiler says.
  func compile(_ program: String) throws(FileFailure) -> (path: String?, messages: String) {
    let path = newPath()
    try Disk.write(Array(program.utf8), toNew: path + ".swift")
    let ended = try run(
      [
        executable, path + ".swift", "-o", path, "-Onone", "-swift-version", "5", "-suppress-warnings",
        "-module-name", "main", "-module-cache-path", Disk.join(folder, "modules"), "-lm",
      ], under: Self.compilerLimits)
    return (ended.isFine ? path : nil, ended.output)
  }

  /// Runs a compiled program without input.
  func run(_ path: String, _ arguments: [String] = []) throws(FileFailure) -> Ended {
    try run([path] + arguments, under: Self.programLimits)
  }

  private func newPath() -> String {
    let number = count.withLock { count in
      count += 1
      return count
    }
    return Disk.join(folder, "\(number)")
  }

  /// Runs a command through the shell, which sets the limits. A file takes what it writes; a pipe would need a
  /// reader.
  private func run(_ command: [String], under limits: String) throws(FileFailure) -> Ended {
    let output = newPath() + ".txt"
    let arguments = ["/bin/sh", "-c", limits + "; exec \"$@\" </dev/null >\"$0\" 2>&1", output] + command
    var pointers = arguments.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, "/bin/sh", nil, nil, &pointers, environ)
    guard code == 0 else { throw FileFailure(command[0], cannot: "run this program", code: code) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else {
        throw FileFailure(command[0], cannot: "wait for this program", code: errno)
      }
    }
    let bytes = try Disk.read(output, limit: Self.longestOutput)
    unlink(output)
    return Ended(output: String(decoding: bytes, as: UTF8.self), isFine: status == 0)
  }
}
