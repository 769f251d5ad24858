import Testing

@testable import Formula

/// Whatever the bytes: an error with a place, or well-formed markup, always the same.
@Suite struct PropertyTests {
  private static let pieces: [String] =
    CommandTable.names.map { "\\" + $0 }
    + EnvironmentTable.names.flatMap { ["\\begin{\($0)}", "\\end{\($0)}"] }
    + [
      "{", "}", "[", "]", "(", ")", "^", "_", "'", "&", "\\\\", "|", "$", "%", "#", "~", "\n", " ", "\\", "<",
      ">",
    ]
    + [
      "a", "x", "12", "0.5", ".", ",", "+", "-", "=", "é", "≤", "∑", "🙂", "\u{301}", "{lc|r}", "{1em}",
      "[2pt]", "@", "V", "{r@{:}*{9}{c@{}}}", "{p{5em}p{1em}}", "{https://a.b}", "\\def\\arraystretch{2}",
      "\\edef\\x{x}",
      "\\x ",
      "\\expandafter",
    ]

  @Test(arguments: 0..<40) func randomPiecesGiveAnErrorOrMarkup(_ seed: Int) {
    var generator = Generator(seed: seed)
    for _ in 0..<100 {
      var tex = ""
      for _ in 0..<generator.below(25) { tex += generator.pick(Self.pieces) }
      check(tex)
    }
  }

  @Test(arguments: 0..<10) func balancedPiecesMostlyParse(_ seed: Int) {
    var generator = Generator(seed: seed)
    var parsed = 0
    for _ in 0..<100 {
      let tex = formula(depth: 4, &generator)
      if check(tex) { parsed += 1 }
    }
    #expect(parsed > 90)
  }

  @Test(arguments: 0..<10) func randomBytesGiveAnErrorOrMarkup(_ seed: Int) {
    var generator = Generator(seed: seed)
    for _ in 0..<200 {
      let bytes = (0..<generator.below(30)).map { _ in UInt8(generator.below(256)) }
      check(String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test func everyCommandMeetsEveryKindOfArgument() {
    let endings = [
      "", " x", "{a}{b}", "{a}{b}{c}{d}{e}{f}", "[a]{b}", "(", ".", "^2", "{", "}", "{aligned}", "\\alpha",
    ]
    for name in CommandTable.names {
      // Symbols take no argument, so that one ending shows what all would.
      let isSymbol = if case .symbol = CommandTable.command(name) { true } else { false }
      for ending in isSymbol ? ["^2"] : endings {
        check("\\" + name + ending)
        check("{x\\" + name + ending + " y}_1")
      }
    }
  }

  @Test func everyPrefixOfAFormulaIsSafe() {
    let tex =
      #"\begin{aligned} f'(x) &= \lim_{h \to 0} \left.\frac{\text{a $b$}}{\sqrt[3]{h}}\right|_{x} \\[1em] \end{aligned}"#
    for length in 0...tex.count { check(String(tex.prefix(length))) }
  }

  /// A formula made by a grammar.
  private func formula(depth: Int, _ generator: inout Generator) -> String {
    guard depth > 0 else { return generator.pick(["x", "2", #"\alpha"#, "3.5", #"\text{si }"#, #"\nabla"#]) }
    func inner() -> String { formula(depth: depth - 1, &generator) }
    switch generator.below(11) {
    case 0: return inner() + generator.pick(["+", "-", "=", #"\le"#, ",", #"\cdot "#, #"\to "#]) + inner()
    case 1: return "\\frac{\(inner())}{\(inner())}"
    case 2: return "{\(inner())}_{\(inner())}^{\(inner())}"
    case 3: return "\\left(\(inner())\\right]"
    case 4: return "\\sqrt{\(inner())}"
    case 5: return "\\sum_{\(inner())} \(inner())"
    case 6: return "\\begin{pmatrix}\(inner()) & \(inner()) \\\\ \(inner())\\end{pmatrix}"
    case 7: return "\\mathbf{\(inner())}"
    case 8: return "\\hat{\(inner())}"
    case 9: return "\\log \(inner())"
    default: return inner()
    }
  }

  /// - Returns: Whether it was a formula.
  @discardableResult
  private func check(_ tex: String) -> Bool {
    do throws(FormulaError) {
      let formula = try Formula(parsing: tex)
      let mathML = formula.mathML(display: true)
      #expect(mathML == (try? Formula(parsing: tex))?.mathML(display: true), "not deterministic: \(tex)")
      if let fault = MarkupChecker.fault(in: mathML) { Issue.record("\(fault)\n\(tex)\n\(mathML)") }
      if let fault = MarkupChecker.fault(in: formula.mathML(display: false)) {
        Issue.record("\(fault)\n\(tex)")
      }
      return true
    } catch {
      let bounds = 0...tex.utf8.count
      #expect(bounds.contains(error.range.lowerBound) && bounds.contains(error.range.upperBound), "\(tex)")
      #expect(error.id.hasPrefix("formula.") && !error.message.isEmpty)
      return false
    }
  }
}
