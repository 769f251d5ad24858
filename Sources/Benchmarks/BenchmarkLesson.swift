import Foundation

/// A lesson that is measured.
struct BenchmarkLesson {
  let name: String
  /// Without links to other lessons.
  let text: String

  /// The first lesson of the course; nil where it cannot be read.
  static var first: BenchmarkLesson? {
    let path = "notebooks/es/derivada-y-descenso-del-gradiente.md"
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      Benchmarks.note("no lesson at '\(path)': run this in the package's folder")
      return nil
    }
    let standalone = text.replacing(/\[([^\]\n]*)\]\(\.\.[^)\n]*\)/) { String($0.output.1) }
    return BenchmarkLesson(name: "lesson 1", text: standalone)
  }

  /// What the first lesson of the original course has: a third of the cells, and half of the formulas.
  static let original = BenchmarkLesson(
    name: "the original's lesson 1", text: String(decoding: PackageResources.original_md, as: UTF8.self))

  /// The lesson with another parabola and other starts of its searches.
  func variant(_ number: Int) -> String {
    text.replacingOccurrences(of: "{ 2*x*x - 3*x + 4 }", with: "{ 2*x*x - 3*x + \(number + 4) }")
      .replacingOccurrences(of: "2x^2 - 3x + 4", with: "2x^2 - 3x + \(number + 4)")
      .replacingOccurrences(of: "signDescent(from: 2,", with: "signDescent(from: 2.\(number),")
  }
}
