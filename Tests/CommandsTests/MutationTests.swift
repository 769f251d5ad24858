import Foundation
import Testing

@testable import Commands

/// Lesson 1 with one thing changed at a time: each change is found, at the right line.
@Suite struct MutationTests {
  /// One change of the lesson, or of its English translation.
  struct Mutation: CustomTestStringConvertible {
    var group: String
    /// What is replaced where it stands for the first time.
    var old: String
    var new: String
    /// The line at which something is found starts with this after the change, quotes and lists aside.
    var line: String
    var id: String
    var isTranslation = false

    var testDescription: String { "\(group): \(old) → \(new)" }

    init(
      _ group: String, _ old: String, _ new: String, at line: String, _ id: String, translation: Bool = false
    ) {
      self.group = group
      self.old = old
      self.new = new
      self.line = line
      self.id = id
      isTranslation = translation
    }
  }

  private static let name = "derivada-y-descenso-del-gradiente.md"
  private static let notebooks = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../notebooks").standardizedFileURL.path

  static let mutations: [Mutation] =
    recordings + inlineValues + constants + figures + coefficients + points + references + translations

  private static let recordings: [Mutation] = [
    Mutation("recorded digit", "\n13.0\n", "\n13.1\n", at: "13.1", "recording.stale"),
    Mutation(
      "recorded digit", "-6.999800000002665", "-6.999800000002666", at: "Pendiente en -1: -6.9",
      "recording.stale"),
    Mutation(
      "recorded digit", "x = 0.7599999999999989", "x = 0.7599999999999988", at: "Tras 250", "recording.stale"),
    Mutation(
      "recorded digit", "Paso 10: 0.757558272", "Paso 10: 0.757558273", at: "Paso 10", "recording.stale"),
    Mutation("recorded digit", "el paso 72\n", "el paso 73\n", at: "Quieto", "recording.stale"),
    Mutation(
      "recorded digit", "b = -3.191891195797325e-16\nc", "b = -3.191891195797325e-15\nc", at: "b = -3.19",
      "recording.stale"),
    Mutation(
      "recorded digit", "(8.0, 4.0, 1.0)", "(8.0, 4.0, 1.5)", at: "(8.0, 4.0, 1.5)", "recording.stale"),
    Mutation("recorded digit", "dy/du = 3 u^2", "dy/du = 2 u^2", at: "dy/du", "recording.stale"),
    Mutation(
      "recorded word", "converged: the last steps did", "converges: the last steps did", at: "a, con la",
      "recording.stale"),
  ]

  private static let inlineValues: [Mutation] = [
    Mutation("inline value", "=> 0.75`", "=> 0.76`", at: "{swift} descent", "inline.stale"),
    Mutation(
      "inline value", "=> 1046.603192816059`", "=> 1046.603192816058`", at: "{swift} descent", "inline.stale"),
    Mutation("inline value", "=> 336.0`", "=> 336.5`", at: "$3 \\times", "inline.stale"),
    Mutation("inline value", "=> 3.0`", "=> 30.0`", at: "En 0.5 la curva", "inline.stale"),
  ]

  private static let constants: [Mutation] = [
    Mutation("constant in a cell", "3*x + 4 }", "3*x + 5 }", at: "13.0", "recording.stale"),
    Mutation("constant in a cell", "3*x + 4 }", "3*x + 5 }", at: "$$f(x) = 2x^2", "formula.contradicted"),
    Mutation(
      "constant in a cell", "step: 0.01, count: 250, slope: slope", "step: 0.01, count: 249, slope: slope",
      at: "print(\"Tras 250", "trap.index"),
    Mutation(
      "constant in a cell", "{ 4*x - 3 }", "{ 4*x - 2 }", at: "x = -1.0: a mano -7.0", "recording.stale"),
    Mutation("constant in a cell", "{ 2*x*x - x - 2 }", "{ 2*x*x - x - 1 }", at: "64.0", "recording.stale"),
    Mutation(
      "constant in a cell", "let alpha = 0.05", "let alpha = 0.06", at: "250 pasos: a = 0.33",
      "recording.stale"),
  ]

  private static let figures: [Mutation] = [
    Mutation(
      "plotted data", "over: -0.5...2,", "over: -0.5...2.5,", at: "[figure] line f: 201 points, x -0.5…2",
      "recording.stale"),
    Mutation(
      "plotted data", "to: 5.0, by: 0.25)", "to: 5.0, by: 0.5)", at: "[figure] line: 40", "recording.stale"),
    Mutation("plotted data", "115...140", "115...141", at: "[figure] line: 26 points", "recording.stale"),
    Mutation("plotted data", "steps: 60),", "steps: 61),", at: "[figure] contours", "recording.stale"),
    Mutation(
      "recorded digit", "8a5d524ab0357913", "8a5d524ab0357914", at: "[figure] line f: 201", "recording.stale"),
  ]

  private static let coefficients: [Mutation] = [
    Mutation("coefficient", "$$f(x) = 2x^2", "$$f(x) = 3x^2", at: "$$f(x)", "formula.contradicted"),
    Mutation(
      "coefficient", "$f'(x) = 4x - 3$", "$f'(x) = 5x - 3$", at: "Las reglas de", "formula.contradicted"),
    Mutation(
      "coefficient", "3(4x - 1) = 12x - 3$$", "3(4x - 1) = 6x - 3$$", at: "$$\\frac{dy}{dx} = 3",
      "formula.contradicted"),
    Mutation(
      "coefficient", "= 4x - 3 + 2h$$", "= 4x - 3 + h$$", at: "$$\\frac{f(x+h)", "formula.contradicted"),
    Mutation(
      "coefficient", "$\\frac{du}{dx} = 4x - 1$", "$\\frac{du}{dx} = 2x - 1$", at: "$\\frac{du}{dx}",
      "formula.contradicted"),
    Mutation("sign", "2x^2 - 3x + 4$$", "2x^2 + 3x + 4$$", at: "$$f(x)", "formula.contradicted"),
    Mutation("sign", "$u = 2x^2 - x - 2$", "$u = 2x^2 - x + 2$", at: "Tomemos", "formula.contradicted"),
    Mutation(
      "sign", "2(6a - 2) = 12a - 4$", "2(6a - 2) = 12a + 4$", at: "respecto a $a$", "formula.contradicted"),
    Mutation(
      "sign", "\\frac{f(x+h) - f(x)}{h}$$", "\\frac{f(x+h) + f(x)}{h}$$", at: "$$f'(x) = \\lim",
      "formula.contradicted"),
    Mutation("exponent", "$$f(x) = 2x^2", "$$f(x) = 2x^3", at: "$$f(x)", "formula.contradicted"),
    Mutation(
      "exponent", "3a^2 - 2a + b^2 + 1$", "3a^2 - 2a + b^3 + 1$", at: "Es decir", "formula.contradicted"),
    Mutation(
      "exponent", "3 \\times 4^2 \\times", "3 \\times 4^3 \\times", at: "$3 \\times", "formula.contradicted"),
    Mutation(
      "limit", "\\frac{f(x+h) - f(x)}{h}$$", "\\frac{f(x+h) - h}{h}$$", at: "$$f'(x) = \\lim",
      "formula.contradicted"),
  ]

  private static let points: [Mutation] = [
    Mutation("point", "$f'(2) \\approx 5$", "$f'(3) \\approx 5$", at: "$f'(3)", "formula.contradicted"),
    Mutation("point", "$f'(-1) = -7$", "$f'(-2) = -7$", at: "$f'(2) \\approx 5$", "formula.contradicted"),
    Mutation("point", "$f'(1.5) = 3$", "$f'(1.6) = 3$", at: "En el punto nuevo", "formula.contradicted"),
    Mutation(
      "stated value", "\\implies x = \\frac{3}{4}$", "\\implies x = \\frac{4}{3}$", at: "$4x - 3 = 0",
      "formula.contradicted"),
    Mutation(
      "stated value", "= 2 - 5 \\times 0.1 = 1.5$$", "= 2 - 5 \\times 0.1 = 1.4$$", at: "$$x_{\\text{nuevo}}",
      "formula.contradicted"),
    Mutation("stated value", "- 3 = 21$", "- 3 = 22$", at: "En $x = 2$ esperamos", "formula.contradicted"),
    Mutation("stated value", "0.05 = -11.5$", "0.05 = -12.5$", at: "$1 - 250", "formula.contradicted"),
  ]

  private static let references: [Mutation] = [
    Mutation(
      "link", "(../en/reference/derivatives.md)", "(../en/reference/derivative.md)", at: "[referencia",
      "link.missing"),
    Mutation(
      "link", "(../en/reference/derivatives.md)", "(../../en/reference/derivatives.md)", at: "[referencia",
      "link.outside"),
    Mutation("anchor", "(#el-descenso-de-verdad)", "(#el-descenso-de-veras)", at: "Repitamos", "link.anchor"),
    Mutation("anchor", "### El descenso de verdad", "### El descenso", at: "Repitamos", "link.anchor"),
    Mutation(
      "label", "como se ve en @vaiven", "como se ve en @vaibén", at: "El punto salta", "reference.unknown"),
    Mutation("label", "```swift #vaiven", "```swift #zigzag", at: "El punto salta", "reference.unknown"),
    Mutation("label", "```swift #descenso", "```swift #vaiven", at: "```swift #vaiven", "label.duplicate"),
    Mutation("heading", "### Primer intento", "#### Primer intento", at: "#### Primer", "heading.level"),
  ]

  private static let translations: [Mutation] = [
    Mutation(
      "translation's cell", "step: 0.01, count: 250, slope: slope", "step: 0.02, count: 250, slope: slope",
      at: "let bySign", "translation.differs", translation: true),
    Mutation(
      "translation's cell", "for n in 247...250", "for m in 247...250", at: "for m", "translation.differs",
      translation: true),
    Mutation(
      "translation's cell", "from: 2, alpha: 0.1,", "from: 2, alpha: 0.10,", at: "let byGradient",
      "translation.differs", translation: true),
    Mutation(
      "translation's formula", "2(2b) = 4b$", "4b$", at: "with respect to $b$", "translation.differs",
      translation: true),
  ]

  private static func course() throws -> Workspace {
    let workspace = Workspace()
    try FileManager.default.copyItem(atPath: notebooks, toPath: workspace("c"))
    return workspace
  }

  @Test func theLessonsAsTheyAreHaveNoFindings() throws {
    let ended = try Self.course().trama("check", "--prose", "@c/es/\(Self.name)", "@c/en/\(Self.name)")
    #expect(ended.status == 0)
    #expect(ended.output.hasSuffix("no findings\n"))
    #expect(Self.mutations.count >= 40)
  }

  @Test(arguments: mutations) func everyChangeIsFound(_ mutation: Mutation) throws {
    let workspace = try Self.course()
    let file = "c/\(mutation.isTranslation ? "en" : "es")/\(Self.name)"
    var text = try #require(workspace.text(file))
    let range = try #require(text.range(of: mutation.old))
    text.replaceSubrange(range, with: mutation.new)
    workspace.write(text, to: file)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let marks: Set<Character> = [" ", ">", "-", "`"]
    let ended = workspace.trama("check", "--format", "json", "--fail-on", "warning", "@" + file)
    #expect(ended.status == 1)
    let found = try JSONDecoder().decode(Report.self, from: Data(ended.output.utf8)).findings
    #expect(
      found.contains { finding in
        let line = lines[finding.line - 1]
        return finding.id == mutation.id && finding.file.hasSuffix(Self.name)
          && (line.hasPrefix(mutation.line) || line.drop { marks.contains($0) }.hasPrefix(mutation.line))
      }, "\(ended.output)")
  }

  private struct Report: Decodable {
    var findings: [Finding]
  }

  private struct Finding: Decodable {
    var id: String
    var file: String
    var line: Int
  }
}
