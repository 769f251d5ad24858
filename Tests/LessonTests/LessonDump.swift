import Diagnostics

@testable import Lesson

/// Writes a lesson as indented lines, for golden files.
struct LessonDump {
  let lesson: Lesson
  private(set) var text = ""

  static func dump(_ lesson: Lesson) -> String {
    var dump = LessonDump(lesson: lesson)
    dump.run()
    return dump.text
  }

  private mutating func run() {
    let formatter = DiagnosticFormatter { [lesson] name in name == lesson.source.name ? lesson.source : nil }
    for diagnostic in lesson.diagnostics {
      text += "[\(diagnostic.id)] " + formatter.format(diagnostic)
    }
    let matter = lesson.frontMatter
    if !matter.range.isEmpty {
      add(0, "front matter \(place(matter.range))")
      if !matter.title.isEmpty { add(1, "title: " + inlines(matter.title)) }
      if let description = matter.description { add(1, "description: \(description)") }
      if let language = matter.language { add(1, "language: \(language)") }
      if !matter.authors.isEmpty { add(1, "authors: \(matter.authors)") }
      if let seed = matter.seed { add(1, "seed: \(seed)") }
      if !matter.verifiesFormulas { add(1, "ignores formulas") }
      if let original = matter.translationOf { add(1, "translates: \(original)") }
      if let date = matter.date { add(1, "date: \(date)") }
      if matter.isDraft { add(1, "draft") }
    }
    blocks(lesson.blocks, 0)
    for footnote in lesson.footnotes {
      add(0, "footnote \(footnote.label) \(place(footnote.range))")
      blocks(footnote.blocks, 1)
    }
  }

  private mutating func add(_ depth: Int, _ line: String) {
    text += String(repeating: "  ", count: depth) + line + "\n"
  }

  private func place(_ range: Range<Int>) -> String {
    let start = lesson.source.position(of: range.lowerBound)
    let end = lesson.source.position(of: range.upperBound)
    return "\(start.line):\(start.column)-\(end.line):\(end.column)"
  }

  private mutating func blocks(_ blocks: [Block], _ depth: Int) {
    for block in blocks {
      switch block {
      case .heading(let heading):
        add(
          depth,
          "heading \(heading.level) #\(heading.slug) \(place(heading.range)): \(inlines(heading.content))")
      case .paragraph(let content): add(depth, "paragraph: " + inlines(content))
      case .quote(let content):
        add(depth, "quote")
        self.blocks(content, depth + 1)
      case .callout(let callout):
        add(depth, "callout \(callout.kind)\(callout.isFolded ? " folded" : ""): \(inlines(callout.title))")
        self.blocks(callout.blocks, depth + 1)
      case .list(let list):
        add(depth, "list \(list.start.map { "from \($0)" } ?? "bullets") \(list.isTight ? "tight" : "loose")")
        for item in list.items {
          add(depth + 1, "item")
          self.blocks(item, depth + 2)
        }
      case .cell(let index): cell(lesson.cells[index], depth)
      case .code(let language, let code): add(depth, "code \(language ?? "-"): \(code.debugDescription)")
      case .formula(let index): add(depth, formula(index))
      case .rule: add(depth, "rule")
      case .labelled(let label, let block):
        add(
          depth, "\(label.kind) #\(label.label) \(place(label.range)): \(label.caption.map(inlines) ?? "-")")
        self.blocks([block], depth + 1)
      case .table(let table):
        let alignments = table.alignments.map { $0?.rawValue ?? "-" }.joined(separator: " ")
        add(depth, "table [\(alignments)] \(place(table.range))")
        for row in [table.header] + table.rows {
          add(depth + 1, row.map { inlines($0) }.joined(separator: " | "))
        }
      case .html(let html): add(depth, "html: \(html.debugDescription)")
      case .comment(let text): add(depth, "comment: \(text.debugDescription)")
      case .quiz(let quiz):
        add(depth, "quiz \(place(quiz.range))")
        for question in quiz.questions {
          add(depth + 1, "question")
          self.blocks(question.prompt, depth + 2)
          for option in question.options {
            add(depth + 2, (option.isRight ? "right: " : "wrong: ") + inlines(option.content))
          }
          if !question.explanation.isEmpty { add(depth + 2, "explanation") }
          self.blocks(question.explanation, depth + 3)
        }
      }
    }
  }

  private mutating func cell(_ cell: Cell, _ depth: Int) {
    let options = cell.options
    var said: [String] = []
    if let label = options.label { said.append("#" + label) }
    said += options.classes.map { "." + $0 }
    let switches = [
      (options.echo, true, "echo"), (options.eval, true, "eval"), (options.output, true, "output"),
      (options.include, true, "include"), (options.error, false, "error"),
      (options.codeFold, false, "code-fold"), (options.figureData, false, "fig-data"),
    ]
    for (value, usual, name) in switches where value != usual { said.append("\(name)=\(value)") }
    switch options.outputFold {
    case .whereLong: break
    case .never: said.append("output-fold=false")
    case .behind(let lines): said.append("output-fold=\(lines)")
    }
    if let caption = options.figureCaption { said.append("fig-cap=\(inlines(caption))") }
    if let alternative = options.figureAlternative { said.append("fig-alt=\(alternative.debugDescription)") }
    if let seed = options.seed { said.append("seed=\(seed)") }
    let limits = [
      (options.fuel, "fuel"), (options.heap, "heap"), (options.depth, "depth"), (options.printed, "printed"),
    ]
    for (value, name) in limits { if let value { said.append("\(name)=\(value)") } }
    said += tolerance(options.tolerance)
    add(depth, (["cell \(cell.index)"] + said + [place(cell.range)]).joined(separator: " "))
    lines(cell.code, cell.lineOffsets, depth + 1)
    guard let recording = cell.recording else { return }
    said = tolerance(recording.tolerance) + (recording.expectsError ? ["error"] : [])
    add(depth, (["recording"] + said + [place(recording.range)]).joined(separator: " "))
    lines(recording.text, recording.lineOffsets, depth + 1)
  }

  private func tolerance(_ tolerance: Tolerance) -> [String] {
    tolerance == .exact ? [] : ["rtol=\(tolerance.relative)", "atol=\(tolerance.absolute)"]
  }

  private mutating func lines(_ text: String, _ offsets: [Int], _ depth: Int) {
    for (line, offset) in zip(text.split(separator: "\n", omittingEmptySubsequences: false), offsets) {
      let position = lesson.source.position(of: offset)
      add(depth, "\(position.line):\(position.column) \(String(line).debugDescription)")
    }
  }

  private func formula(_ index: Int) -> String {
    let formula = lesson.formulas[index]
    let offsets = formula.lineOffsets.map { offset in
      let position = lesson.source.position(of: offset)
      return "\(position.line):\(position.column)"
    }
    return "formula \(index)\(formula.isDisplay ? " display" : "") \(place(formula.range)) "
      + "[\(offsets.joined(separator: " "))] \(formula.tex.debugDescription)"
      + (formula.unverified.map { " unverified: \($0)" } ?? "")
  }

  private func inlines(_ inlines: [Inline]) -> String {
    inlines.map(inline).joined(separator: " ")
  }

  private func inline(_ inline: Inline) -> String {
    switch inline {
    case .text(let text): return text.debugDescription
    case .code(let code): return "code(\(code.debugDescription))"
    case .cell(let index):
      let cell = lesson.inlineCells[index]
      let recorded = cell.recordedRange.map { " => \(cell.recorded.debugDescription) \(place($0))" } ?? ""
      let code = lesson.source.position(of: cell.codeOffset)
      return "cell(\(index) after \(cell.cellsBefore) \(place(cell.range)) "
        + "\(code.line):\(code.column) \(cell.code.debugDescription)\(recorded))"
    case .formula(let index): return "(\(formula(index)))"
    case .emphasis(let content): return "emphasis(\(inlines(content)))"
    case .strong(let content): return "strong(\(inlines(content)))"
    case .link(let destination, let title, let content, let range):
      return "link(\(destination) \(title.debugDescription) \(place(range)) \(inlines(content)))"
    case .image(let source, let title, let alternative, let range):
      return "image(\(source) \(title.debugDescription) \(place(range)) \(inlines(alternative)))"
    case .reference(let label, let range): return "@\(label)(\(place(range)))"
    case .footnote(let label, let range): return "^\(label)(\(place(range)))"
    case .checkbox(let isChecked): return isChecked ? "[x]" : "[ ]"
    case .softBreak: return "soft"
    case .hardBreak: return "hard"
    case .html(let html): return "html(\(html.debugDescription))"
    case .comment(let text): return "comment(\(text.debugDescription))"
    }
  }
}
