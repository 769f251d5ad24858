import Diagnostics
import Session
import Testing

/// Every program of the corpus, through the whole engine.
@Suite struct CorpusTests {
  @Test func casesAreFound() {
    #expect(Corpus.programs.count >= 180)
    #expect(Corpus.rejected.count >= 130)
    #expect(Corpus.traps.count >= 40)
  }

  @Test func listOfUnsupportedNamesOnlyCases() {
    let names = Set((Corpus.programs + Corpus.rejected + Corpus.traps).map(\.name))
    #expect(Corpus.unsupported.keys.filter { !names.contains($0) } == [])
    #expect(Corpus.unsupported.values.allSatisfy { !$0.isEmpty }, "each needs a reason")
  }

  @Test(arguments: Corpus.programs) func prints(_ program: CorpusCase) throws {
    let source = try program.source
    let outcome = run(source)
    if isUnsupported(program, outcome) { return }
    #expect(outcome.errors.isEmpty, "\(outcome.explained(in: source))")
    #expect(outcome.printed == (try program.text("expected.txt")))
  }

  @Test(arguments: Corpus.rejected) func rejects(_ program: CorpusCase) throws {
    let source = try program.source
    let lines = try program.text("expected.txt").split(separator: "\n").compactMap { line in
      line.split(separator: ":").first.flatMap { Int($0) }
    }
    let outcome = run(source)
    #expect(outcome.isRefused)
    #expect(outcome.outputs.isEmpty)
    if Corpus.unsupported[program.name] != nil {
      #expect(outcome.errorLines(in: source) != Set(lines).sorted(), "take it off Unsupported.txt")
    } else {
      #expect(outcome.errorLines(in: source) == Set(lines).sorted(), "\(outcome.explained(in: source))")
    }
  }

  @Test(arguments: Corpus.traps) func traps(_ program: CorpusCase) throws {
    let source = try program.source
    let outcome = run(source)
    if isUnsupported(program, outcome) { return }
    let line = Int(try program.text("line.txt").filter(\.isNumber))
    #expect(!outcome.isRefused, "\(outcome.explained(in: source))")
    #expect(outcome.errors.count == 1)
    #expect(outcome.errorLines(in: source).first == line, "\(outcome.explained(in: source))")
    #expect(outcome.printed == (try program.text("expected.txt")))
  }

  /// Checks a case of the list: it must be refused, never give a wrong output.
  private func isUnsupported(_ program: CorpusCase, _ outcome: CellOutcome) -> Bool {
    guard let reason = Corpus.unsupported[program.name] else { return false }
    #expect(outcome.isRefused, "no longer refused for '\(reason)': take it off Unsupported.txt if it agrees")
    #expect(outcome.outputs.isEmpty)
    return true
  }
}
