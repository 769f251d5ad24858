import Diagnostics
import Foundation
import Session
import Testing

/// Derivatives through everything that cells have.
///
/// The files of `Derivatives` have calls of `check`: what it is about, a point, a function. A call more is a test
/// more. The function is smooth near the point; its values, which Swift's compiler would give too, are tested
/// elsewhere.
@Suite struct DerivativeCorpusTests {
  private static let folder = Corpus.folder.appending(path: "Derivatives")

  static let files: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".swift.txt") }.sorted()
  }()

  /// Prints what a check found, a line for each.
  private static let check = """
    func check(_ name: String, at x: Double, _ f: @escaping (Double) -> Double) {
      func differences(_ f: (Double) -> Double) -> Double { (f(x + 1e-5) - f(x - 1e-5)) / 2e-5 }
      let slope = derivative(of: f)
      let (value, back) = valueWithDerivative(at: x, of: f)
      let forth = jacobian(at: [x]) { v in [f(v[0]), 0] }[0][0]
      print(name, terminator: ":")
      print(value == f(x), back, forth, differences(f), derivative(at: x, of: slope), differences(slope))
    }
    """

  @Test func thereAreFiles() { #expect(Self.files.count >= 6) }

  @Test(arguments: files) func derivativesAgreeWithDifferences(_ file: String) throws {
    let source = SourceText(
      name: file, text: try String(contentsOf: Self.folder.appending(path: file), encoding: .utf8))
    let engine = Engine()
    #expect(engine.run(SourceText(name: "check", text: Self.check)).errors.map(\.message) == [])
    let outcome = engine.run(source)
    #expect(outcome.explained(in: source) == "")
    let lines = outcome.printed.split(separator: "\n")
    #expect(lines.count == source.text.components(separatedBy: "check(\"").count - 1)
    for line in lines {
      let parts = line.split(separator: ":")
      let words = parts[1].split(separator: " ")
      let numbers = words.dropFirst().compactMap { Double($0) }
      try #require(numbers.count == 5, "\(line)")
      #expect(words[0] == "true", "\(line): another value while a derivative is taken")
      #expect(abs(numbers[0] - numbers[1]) <= 1e-13 * abs(numbers[0]), "\(line): back and forth differ")
      #expect(abs(numbers[0] - numbers[2]) <= 1e-7 * max(1, abs(numbers[0])), "\(line): the first derivative")
      #expect(
        abs(numbers[3] - numbers[4]) <= 1e-6 * max(1, abs(numbers[3])), "\(line): the second derivative")
    }
  }
}
