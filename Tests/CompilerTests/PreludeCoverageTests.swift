import Testing

/// The corpus calls every function of the prelude but those for descent, which `DescentTests` calls, so that each is
/// type-checked, compiled and compared.
@Suite struct PreludeCoverageTests {
  /// Names that the real compiler does not have in a plain program; `DerivativeTests`, `EngineFigureTests`,
  /// `EngineTableTests` and `FigureGrammarTests` call them.
  private static let ours: Set<String> = [
    "plot", "gradient", "derivative", "valueWithGradient", "valueWithDerivative", "pullback",
    "valueWithPullback",
    "differential", "valueWithDifferential", "jacobian", "hessian", "withoutDerivative", "move", "formula",
    "steps",
    "equality", "isEqual", "reason", "tex",
  ]

  /// Names that are called without being written.
  private static let implicit: Set<String> = ["makeIterator"]

  @Test func everyNameIsUsed() throws {
    let declared = PreludeNames.members.subtracting(PreludeNames.membersForDescent).subtracting(Self.ours)
      .subtracting(PreludeNames.membersForFigures).subtracting(PreludeNames.membersForTables).subtracting(
        Self.implicit)
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
