import Foundation
import Synchronization
import Testing

@testable import Commands

/// A temporary folder with files, removed with the object.
final class Workspace {
  let path: String

  init(_ files: [String: String] = [:]) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("trama-\(UUID().uuidString)")
    path = folder.resolvingSymlinksInPath().path
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { write(text, to: name) }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func callAsFunction(_ name: String) -> String { name.isEmpty ? path : path + "/" + name }

  func write(_ text: String, to name: String) { write(Array(text.utf8), to: name) }

  func write(_ bytes: [UInt8], to name: String) {
    let file = self(name)
    let folder = (file as NSString).deletingLastPathComponent
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    #expect(FileManager.default.createFile(atPath: file, contents: Data(bytes)))
  }

  func remove(_ name: String) {
    #expect(throws: Never.self) { try FileManager.default.removeItem(atPath: self(name)) }
  }

  func bytes(_ name: String) -> [UInt8]? {
    FileManager.default.contents(atPath: self(name)).map { Array($0) }
  }

  func text(_ name: String) -> String? { bytes(name).map { String(decoding: $0, as: UTF8.self) } }

  /// Every file below a folder with its bytes, and every name at the top, so that leftovers show.
  func snapshot(_ name: String = "") -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    let root = self(name)
    for case let file as String in FileManager.default.enumerator(atPath: root) ?? .init() {
      files[file] = FileManager.default.contents(atPath: root + "/" + file).map { Array($0) } ?? []
    }
    return files
  }
}

extension Workspace {
  /// A cache in the folder `cache`.
  ///
  /// - Parameter program: Stands for what tells one program from another.
  func cache(program: UInt8 = 1) -> CacheFolder { CacheFolder(self("cache"), program: [program]) }

  /// Writes other words wherever some stand in a file, which must hold them.
  func replace(_ words: String, with others: String, in name: String) throws {
    let text = try #require(self.text(name))
    #expect(text.contains(words))
    write(text.replacing(words, with: others), to: name)
  }

  /// Flips a bit of every file below a folder.
  ///
  /// - Parameter position: Which byte; counted on from the start where a file is shorter.
  func damage(_ name: String, at position: Int) {
    for (file, bytes) in snapshot(name) where !bytes.isEmpty {
      var bytes = bytes
      bytes[position % bytes.count] ^= 1
      write(bytes, to: name + "/" + file)
    }
  }
}

/// What a command said and how it ended.
struct Ended: Equatable {
  var output: String
  var errors: String
  var status: Int32
}

extension Workspace {
  /// Runs a command in this process; arguments that start with `@` are paths in the workspace, and its own
  /// path is taken out of what the command says.
  ///
  /// - Parameters:
  ///   - lines: What standard input holds.
  ///   - reader: Stands for standard input where that should do more than hold lines.
  func trama(
    _ arguments: String..., terminal: Bool = false, cache: CacheFolder? = nil, input lines: [String] = [],
    reader: (@Sendable () -> String?)? = nil
  ) -> Ended {
    trama(arguments, terminal: terminal, cache: cache, input: lines, reader: reader)
  }

  func trama(
    _ arguments: [String], terminal: Bool = false, cache: CacheFolder? = nil, input lines: [String] = [],
    reader: (@Sendable () -> String?)? = nil
  ) -> Ended {
    let left = Mutex(lines[...])
    let console = Console.capturing(
      terminal: terminal, cache: cache, input: reader ?? { left.withLock { $0.popFirst() } })
    let arguments = arguments.map { $0.hasPrefix("@") ? self(String($0.dropFirst())) : $0 }
    do {
      guard let command = try Trama.parseAsRoot(arguments) as? any ConsoleCommand else {
        return Ended(output: "", errors: "not a command", status: -1)
      }
      let status = command.execute(on: console)
      return Ended(
        output: relative(console.text(of: .output)), errors: relative(console.text(of: .errors)),
        status: status.rawValue)
    } catch {
      return Ended(
        output: "", errors: relative(Trama.fullMessage(for: error)),
        status: Trama.exitCode(for: error).rawValue)
    }
  }

  private func relative(_ text: String) -> String {
    text.replacingOccurrences(of: path + "/", with: "").replacingOccurrences(of: path, with: ".")
  }
}

/// A course of one lesson.
let oneLesson = [
  "notebooks/course.yml": """
  title: Curso
  languages: [es]
  parts:
    - title: Uno
      lessons: [es/uno.md]

  """,
  "notebooks/es/uno.md": """
  ---
  title: Uno
  ---

  ```swift #saludo
  let x = 1
  print("hola 12")
  13.25
  ```

  ```output
  hola 12
  13.25
  ```

  > ```swift
  > 407.0
  > ```
  >
  > ```output
  > 407.0
  > ```

  Vale `{swift} 3.5 => 3.5`.

  """,
]

/// The same course with a lesson that has no cells, so that no engine has to start.
let prose = oneLesson.merging(["notebooks/es/uno.md": "---\ntitle: Uno\n---\n\nTexto.\n"]) { $1 }
