@testable import Session

/// A lesson made by chance, with recordings that may be wrong, and what its cells show.
struct RandomLesson {
  /// With the recordings as they stand before accepting.
  private(set) var text = ""
  /// The same with every wrong recording put right and no other byte changed; of use where none is missing.
  private(set) var accepted = ""
  private(set) var outputs: [[Output]] = []
  private(set) var values: [String] = []
  private(set) var missing = 0
  private(set) var wrong = 0
  private(set) var tolerated = 0
  private(set) var deepest = 0

  private var dice: Dice
  private let lineEnding: String
  private let mayMiss: Bool

  /// Lines of outputs that try to end a fence, to lose indentation, or to look like something else.
  private static let lines = [
    "", "   ", "\t", "x", "```", "~~~~", "`````", "> q", "- b", "    indented", "<b>", "$x$", "# h", "---",
    "| a | b |",
    "`{swift} 1 => 2`", "[figure] x", "naïve e\u{301} \u{1F469}\u{200D}\u{1F4BB}", "=======", "```output",
    "x  ", "\\",
    "&amp;", "[^1]: y", String(repeating: "long ", count: 300),
  ]
  private static let inline = ["3.5", "\"a b\"", "[1, 2]", "-0.0", "true", "\"é\u{1F600}\""]

  /// - Parameter mayMiss: Whether cells may lack their recording, and outputs hold lines that are just `...`.
  init(seed: UInt64, mayMiss: Bool) {
    dice = Dice(state: seed &* 7919)
    lineEnding = seed % 3 == 0 ? "\r\n" : "\n"
    self.mayMiss = mayMiss
    if roll(2) == 0 {
      add("---\ntitle: \(roll(2) == 0 ? "T" : "'T ")", lead: "", rest: "")
      if text.hasSuffix("'T ") {
        addInline()
        add("'", lead: "", rest: "")
      }
      end()
      add("lang: es\n---\n\n", lead: "", rest: "")
    }
    for _ in 0..<(1 + roll(4)) { addBlock(lead: "", rest: "", depth: 0) }
    if roll(2) == 0 {
      while text.last?.isNewline == true {
        text.removeLast()
        accepted.removeLast()
      }
    }
  }

  private mutating func roll(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &dice) }

  private mutating func end() { add("\n", lead: "", rest: "") }

  /// Adds a text to both versions; its lines take a prefix.
  private mutating func add(_ added: String, lead: String, rest: String) {
    let lines = added.split(separator: "\n", omittingEmptySubsequences: false)
    var prefixed = ""
    for (index, line) in lines.enumerated() {
      if index > 0 { prefixed += lineEnding }
      let prefix = index == 0 ? lead : rest
      prefixed += line.isEmpty ? "" : prefix + line
    }
    text += prefixed
    accepted += prefixed
  }

  private mutating func addBlock(lead: String, rest: String, depth: Int) {
    deepest = max(deepest, depth)
    switch roll(depth < 4 ? 8 : 4) {
    case 0, 1, 2: addCell(lead: lead, rest: rest)
    case 3: addProse(lead: lead, rest: rest)
    case 4: addContainer(lead + "> ", rest + "> ", depth)
    case 5: addContainer(lead + "- ", rest + "  ", depth)
    case 6: addContainer(lead + "12. ", rest + "    ", depth)
    default:
      add("> [!NOTE]\n", lead: lead, rest: rest)
      addBlank(rest + ">")
      addContainer(rest + "> ", rest + "> ", depth)
    }
  }

  private mutating func addContainer(_ lead: String, _ rest: String, _ depth: Int) {
    addBlock(lead: lead, rest: rest, depth: depth + 1)
    for _ in 0..<roll(2) { addBlock(lead: rest, rest: rest, depth: depth + 1) }
  }

  private mutating func addBlank(_ rest: String) {
    let line = String(rest.reversed().drop { $0 == " " }.reversed()) + lineEnding
    text += line
    accepted += line
  }

  private mutating func addProse(lead: String, rest: String) {
    var lead = lead
    let isTable = roll(3) == 0
    if isTable, roll(2) == 0 {
      add("<!-- #t\(values.count) caption: Pie ", lead: lead, rest: rest)
      addInline()
      add(" -->\n", lead: "", rest: "")
      lead = rest
    }
    add(isTable ? "| a |\n|:--|\n" : roll(2) == 0 ? "## H " : "Vale ", lead: lead, rest: rest)
    if isTable { add("| ", lead: rest, rest: rest) }
    addInline()
    if isTable { add(" |", lead: "", rest: "") }
    end()
    addBlank(rest)
  }

  private mutating func addInline() {
    let value = Self.inline[roll(Self.inline.count)]
    let isWrong = roll(2) == 0
    values.append(value)
    if isWrong { wrong += 1 }
    text += "`{swift} a => \(isWrong ? "stale" : value)`"
    accepted += "`{swift} a => \(value)`"
  }

  private mutating func addCell(lead: String, rest: String) {
    let mark = roll(2) == 0 ? "```" : "~~~~"
    let option = roll(3) == 0 ? "//| echo: false\n" : ""
    add("\(mark)swift\n\(option)", lead: lead, rest: rest)
    if roll(4) == 0 {
      let quote = roll(2) == 0 ? "'" : ""
      add("//| fig-cap: \(quote)Pie ", lead: rest, rest: rest)
      addInline()
      add("\(quote)\n", lead: "", rest: "")
    }
    add("c(\(outputs.count))\n\(mark)\n", lead: rest, rest: rest)
    var shown: [String] = []
    for _ in 0..<roll(5) { shown.append(Self.lines[roll(Self.lines.count)]) }
    if mayMiss, roll(4) == 0 { shown.append("...") }
    if shown == [""] { shown = [] }
    var before = shown
    let isLenient = roll(3) == 0
    if isLenient {
      shown.append("v = 2.0")
      before.append("v = 2.0001")
      tolerated += 1
    }
    if !shown.isEmpty {
      outputs.append([.text(shown.joined(separator: "\n") + "\n")])
    } else {
      outputs.append([])
    }
    if mayMiss, roll(3) == 0 {
      missing += shown.isEmpty ? 0 : 1
      addBlank(rest)
      return
    }
    let after = before
    switch roll(4) {
    case 0: before.insert("stale", at: roll(before.count + 1))
    case 1 where !before.isEmpty && !isLenient: before[roll(before.count)] += "z"
    case 2 where before.count > 1 && !isLenient: before.removeLast()
    default: break
    }
    if before == [""] { before = ["stale"] }
    if before != after { wrong += 1 }
    addBlank(rest)
    let fence = String(repeating: roll(2) == 0 ? "`" : "~", count: 6 + roll(2))
    add(fence + "output" + (isLenient ? " rtol=1e-3" : "") + "\n", lead: rest, rest: rest)
    let blank = String(rest.reversed().drop { $0 == " " }.reversed())
    for line in before { text += (line.isEmpty ? blank : rest + line) + lineEnding }
    for line in after { accepted += (line.isEmpty ? blank : rest + line) + lineEnding }
    add(fence + "\n", lead: rest, rest: rest)
    addBlank(rest)
  }
}
