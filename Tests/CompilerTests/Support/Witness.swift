import Foundation
import Synchronization

/// The real compiler, which says what a program prints.
struct Witness: Sendable {
  /// Why a program has no output.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  let compiler: URL
  private let folder: URL

  /// The compiler on the path; nil where there is none.
  static let compiler: URL? = {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").map { URL(fileURLWithPath: String($0)).appending(path: "swiftc") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }()

  /// Whether all programs are compiled, or one in three.
  static let isThorough = ProcessInfo.processInfo.environment["TRAMA_WITNESS"] == "all"

  /// Makes a folder for the programs that `remove` removes.
  init(_ compiler: URL) throws {
    self.compiler = compiler
    folder = FileManager.default.temporaryDirectory.appending(path: "trama-witness-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func remove() {
    try? FileManager.default.removeItem(at: folder)
  }

  /// Compiles and runs a program.
  ///
  /// - Returns: What it prints.
  func output(of program: String, options: [String] = []) throws -> String {
    let name = UUID().uuidString
    let source = folder.appending(path: name + ".swift")
    let executable = folder.appending(path: name)
    try program.write(to: source, atomically: false, encoding: .utf8)
    let arguments =
      [
        source.path, "-o", executable.path, "-Onone", "-swift-version", "5", "-suppress-warnings",
        "-module-name", "main", "-module-cache-path", folder.appending(path: "modules").path,
      ] + options
    let (status, messages) = try execute(compiler, arguments)
    guard status == 0 else { throw Failure(description: "swiftc refuses the program:\n" + messages) }
    let (result, output) = try execute(executable, [])
    guard result == 0 else { throw Failure(description: "the compiled program stops with \(result)") }
    return output
  }

  /// The first line in which a program has an error; nil where it has none.
  func firstErrorLine(of program: String) throws -> Int? {
    let source = folder.appending(path: UUID().uuidString + ".swift")
    try program.write(to: source, atomically: false, encoding: .utf8)
    let arguments = [
      source.path, "-emit-sil", "-o", "/dev/null", "-swift-version", "5", "-suppress-warnings",
      "-module-name", "main",
      "-module-cache-path", folder.appending(path: "modules").path,
    ]
    let (_, messages) = try execute(compiler, arguments)
    return messages.matches(of: /\.swift:(\d+):\d+: error:/).compactMap { Int($0.output.1) }.min()
  }

  private func execute(_ executable: URL, _ arguments: [String]) throws -> (status: Int32, output: String) {
    // A file takes any amount of output; a pipe would need a reader.
    let file = folder.appending(path: UUID().uuidString + ".txt")
    try Data().write(to: file)
    let output = try FileHandle(forWritingTo: file)
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.standardOutput = output
    process.standardError = executable == compiler ? output : FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try output.close()
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    return (process.terminationStatus, text)
  }
}

/// What `body` gives for each element, two at a time, in the order of the elements.
func inPairs<Element: Sendable, Result: Sendable>(
  _ elements: [Element], _ body: @escaping @Sendable (Element) -> Result
) -> [Result] {
  let results = Mutex([Result?](repeating: nil, count: elements.count))
  let next = Mutex(0)
  DispatchQueue.concurrentPerform(iterations: 2) { _ in
    while true {
      let index = next.withLock { value in
        defer { value += 1 }
        return value
      }
      guard index < elements.count else { return }
      let result = body(elements[index])
      results.withLock { $0[index] = result }
    }
  }
  return results.withLock { $0.compactMap { $0 } }
}
