import Foundation

/// `trama check` of copies of the first lesson, beside pytest's checks of the same lesson in Python.
///
/// The Python lesson is a file of doctests; the notebook that nbval runs is made from it, outputs and all.
struct PeerCheck {
  /// What checks lessons, and the Python modules that it needs.
  struct Contestant: Sendable {
    let name: String
    let modules: [String]
    let measure: @Sendable (PeerCheck) -> Double?
  }

  static let contestants = [
    Contestant(name: "trama check --no-cache", modules: []) { $0.trama() },
    Contestant(name: "pytest --doctest-glob", modules: ["pytest"]) {
      $0.pytest(["--doctest-glob=*.txt"])
    },
    Contestant(name: "pytest --nbval", modules: ["pytest", "nbval", "ipykernel"]) {
      $0.pytest(["-p", "nbval.plugin", "--nbval"])
    },
  ]

  private let folder: URL
  private let executable: URL
  private let python: URL

  /// Writes copies of the lesson in both languages into a temporary folder.
  ///
  /// - Returns: Nil where the copies cannot be written.
  init?(of lesson: BenchmarkLesson, copies: Int, python: String) {
    guard let own = Bundle.main.executableURL else { return nil }
    executable = own.deletingLastPathComponent().appending(path: "trama")
    self.python = URL(fileURLWithPath: python)
    folder = FileManager.default.temporaryDirectory.appending(path: "trama-peers-\(UUID().uuidString)")
    do {
      let course = folder.appending(path: "course")
      let peers = folder.appending(path: "peers")
      for place in [course, peers] {
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      }
      let doctests = peers.appending(path: "1.txt")
      try Data(PackageResources.lesson_txt).write(to: doctests)
      let generator = String(decoding: PackageResources.notebook_py, as: UTF8.self)
      let notebook = Runner.output(of: python, ["-c", generator, doctests.path])
      var list = ""
      for number in 1...copies {
        try Data(lesson.text.utf8).write(to: course.appending(path: "\(number).md"))
        try Data(PackageResources.lesson_txt).write(to: peers.appending(path: "\(number).txt"))
        try notebook.map { try Data($0.utf8).write(to: peers.appending(path: "\(number).ipynb")) }
        list += "\n      - \(number).md"
      }
      try Data("title: Checks\nparts:\n  - title: All\n    lessons:\(list)\n".utf8)
        .write(to: course.appending(path: "course.yml"))
    } catch {
      remove()
      return nil
    }
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// Which of the modules that a contestant needs the Python has not.
  static func missing(for contestant: Contestant, in python: String) -> [String] {
    contestant.modules.filter { Runner.output(of: python, ["-c", "import \($0)"]) == nil }
  }

  private func trama() -> Double? {
    let course = folder.appending(path: "course").path
    return ProcessorTime.of(executable, ["check", "--no-cache", "--course", course], environment: [:])
  }

  /// Runs pytest with no plugin but those named, so that neither peer pays for the other.
  private func pytest(_ arguments: [String]) -> Double? {
    ProcessorTime.of(
      python,
      ["-m", "pytest", "-p", "no:cacheprovider", "--rootdir", folder.path] + arguments
        + [folder.appending(path: "peers").path],
      environment: [
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "IPYTHONDIR": folder.appending(path: "ipython").path,
        "JUPYTER_RUNTIME_DIR": folder.appending(path: "jupyter").path,
      ])
  }
}
