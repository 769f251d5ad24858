import Testing

@testable import Compiler

/// The corpus calls every function of the prelude but those for descent, which `DescentTests` calls, so that each is type-checked, compiled and compared.
@Suite struct PreludeCoverageTests {
  /// Names that the real compiler does not have in a plain program; `DerivativeTests` and `EngineFigureTests` call
  /// them.
  private static let ours: Set<String> = [
    "plot", "gradient", "derivative", "valueWithGradient", "valueWithDerivative", "pullback",
    "valueWithPullback",
    "differential", "valueWithDifferential", "jacobian", "hessian", "withoutDerivative", "move", "formula",
    "tex",
  ]

  /// Names that are called without being written.
  private static let implicit: Set<String> = ["makeIterator"]

  /// The names of functions and properties that a program may use: those that begin with a letter.
  private static func declaredNames() -> Set<String> {
    var names: Set<String> = []
    var isInType = false
    for line in Prelude.source.replacing(Prelude.descent, with: "").split(separator: "\n") {
      let indentation = line.prefix { $0 == " " }.count
      if indentation == 0 {
        isInType = ["struct", "extension", "protocol"].contains { line.hasPrefix($0) }
      }
      // Deeper lines, and those in functions outside of types, are of bodies.
      guard indentation == 0 || isInType && indentation == 2 else { continue }
      for keyword in ["func ", "var ", "let "] {
        guard let range = line.firstRange(of: keyword), !line[..<range.lowerBound].contains("{") else {
          continue
        }
        let name = line[range.upperBound...].prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        if let first = name.first, first != "_" { names.insert(String(name)) }
      }
    }
    return names
  }

  @Test func everyNameIsUsed() throws {
    let declared = Self.declaredNames().subtracting(Self.ours).subtracting(Self.implicit)
    #expect(declared.count > 120)
    var used: Set<Substring> = []
    for program in Corpus.programs {
      let text = try program.text("main.swift.txt")
      for word in text.split(whereSeparator: { !($0.isLetter || $0.isNumber || $0 == "_") }) {
        used.insert(word)
      }
    }
    #expect(declared.filter { !used.contains(Substring($0)) }.sorted() == [])
  }
}
