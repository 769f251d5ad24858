import Diagnostics
import Formula
import Foundation
import Lesson

/// How long reading formulas and writing their MathML takes once the process is warm.
struct FormulaReading {
  private struct Source {
    var tex: String
    var macros: Macros
    var isDisplay: Bool
  }

  /// The goal for a typical formula, in seconds.
  static let goal = 0.000020

  let name: String
  private var sources: [Source] = []

  /// The formulas of all lessons in a folder.
  init(lessonsIn folder: String) {
    name = folder
    for path in Self.files(in: folder) where path.hasSuffix(".md") {
      guard let data = FileManager.default.contents(atPath: path),
        let text = try? SourceText(name: path, bytes: Array(data))
      else { continue }
      let lesson = Lesson(parsing: text)
      let macros = Macros(lesson.frontMatter.macros)
      sources += lesson.formulas.map { Source(tex: $0.tex, macros: macros, isDisplay: $0.isDisplay) }
    }
    keepReadable()
  }

  /// The formulas of text files in a folder, each a line.
  init(linesIn folder: String) {
    name = folder
    for path in Self.files(in: folder) {
      let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
      sources += text.split(separator: "\n").map { Source(tex: String($0), macros: .none, isDisplay: true) }
    }
    keepReadable()
  }

  var count: Int { sources.count }

  /// The mean length of a formula in bytes.
  var length: Double { Double(sources.reduce(0) { $0 + $1.tex.utf8.count }) / Double(max(count, 1)) }

  /// The processor time per formula of reading all and writing them.
  func measure() -> Double {
    let start = ProcessorTime.own
    var bytes = 0
    for source in sources { bytes += Self.mathML(source)?.utf8.count ?? 0 }
    precondition(bytes > 0)
    return (ProcessorTime.own - start) / Double(count)
  }

  private mutating func keepReadable() { sources.removeAll { Self.mathML($0) == nil } }

  private static func mathML(_ source: Source) -> String? {
    (try? Formula(parsing: source.tex, macros: source.macros))?.mathML(display: source.isDisplay)
  }

  private static func files(in folder: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.sorted().map { folder + "/" + $0 }
  }
}
