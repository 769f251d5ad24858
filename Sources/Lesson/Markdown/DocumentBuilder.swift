import Diagnostics

/// Turns libcmark's tree into blocks, and collects cells, recordings, inline cells and formulas on the way.
///
/// It walks the tree's nodes in order with an explicit stack of the open ones.
struct DocumentBuilder {
  let lines: SourceLines
  /// Where everything is said to stand, in text whose own offsets mean nothing to the reader.
  var fixedPlace: Range<Int>?
  var cells: [Cell] = []
  var inlineCells: [InlineCell] = []
  var formulas: [FormulaSpan] = []
  var footnotes: [Footnote] = []
  var diagnostics: [Diagnostic] = []
  var slugs = Slugs()
  /// The UTF-8 offset behind the destination of the last link.
  var endOfLastLink = 0
  /// The UTF-8 offset behind the last label of a comment.
  var endOfLastLabel = 0
  /// What a comment says of the block that comes next.
  var pendingLabel: PendingLabel?
  /// Whether the body of a quiz is being read.
  var isInQuiz = false
  /// What each token of the text became.
  var read: [Int: Inline] = [:]

  /// A node whose children are being read.
  struct Frame {
    var node: CommonMarkTree.Node
    /// UTF-8 offsets of the paragraph or heading, also in what is nested in it.
    var range: Range<Int>
    /// Of a list item, the mark of the footnote that it is.
    var footnote: (label: String, mark: Range<Int>)?
    /// Of a paragraph, what the comment before it says.
    var label: PendingLabel?
    /// Of a paragraph, the table that it is.
    var blocks: [Block] = []
    var inlines: [Inline] = []
    var items: [[Block]] = []
    /// The cell that the previous child was, while it may still get a recording.
    var cell: Int?
  }

  init(_ lines: SourceLines, fixedPlace: Range<Int>? = nil) {
    self.lines = lines
    self.fixedPlace = fixedPlace
  }

  /// Reads a document.
  mutating func blocks(of tree: CommonMarkTree, in text: ProtectedText) -> [Block] {
    read = [:]
    if let line = tree.tooDeepLine {
      report(
        "lesson.nesting", lines.content(of: text.line(line)),
        "this nests more than \(Lesson.maximumDepth) levels deep, the most that a lesson may")
    }
    var stack: [Frame] = []
    for (index, node) in tree.nodes.enumerated() {
      while let last = stack.last, last.node.end <= index { close(&stack, text) }
      switch node.kind {
      case .document, .quote, .list, .item:
        dropLabel()
        stack.top?.cell = nil
        stack.append(Frame(node: node, range: 0..<0))
      case .paragraph, .heading:
        stack.top?.cell = nil
        if node.kind == .heading { dropLabel() }
        stack.append(Frame(node: node, range: range(of: node, in: text), label: pendingLabel))
        pendingLabel = nil
      case .emphasis, .strong, .link, .image:
        stack.append(Frame(node: node, range: stack.top?.range ?? 0..<0))
      case .code:
        readCode(index, tree, text, &stack)
        dropLabel()
      case .html:
        add(htmlBlock(node, text), to: &stack)
      case .rule:
        dropLabel()
        add(.rule, to: &stack)
      case .text, .softBreak, .hardBreak, .inlineCode, .inlineHTML:
        readInline(node, text, &stack)
      }
    }
    while stack.count > 1 { close(&stack, text) }
    dropLabel()
    return stack.first?.blocks ?? []
  }

  mutating func report(_ id: String, _ range: Range<Int>, _ message: String) {
    diagnostics.append(
      Diagnostic(.error, id, file: lines.source.name, range: fixedPlace ?? range, message))
  }

  /// The source range of a paragraph, or of a heading's first line.
  private func range(of node: CommonMarkTree.Node, in text: ProtectedText) -> Range<Int> {
    if let fixedPlace { return fixedPlace }
    let start = text.offset(line: node.line, column: node.column)
    let line = node.kind == .heading ? text.line(node.line) : text.lastLine(node.lastLine)
    return start..<max(start, lines.content(of: line).upperBound)
  }

  private mutating func readCode(
    _ index: Int, _ tree: CommonMarkTree, _ text: ProtectedText, _ stack: inout [Frame]
  ) {
    let node = tree.nodes[index]
    let next = index + 1 < tree.nodes.count ? text.line(tree.nodes[index + 1].line) : lines.count
    let literal = text.restored(node.literal)
    let start = text.offset(line: node.line, column: node.column)
    guard let fence = Fence(at: start, literal: literal, next: next, lines) else {
      add(.code(language: Self.language(text.restored(node.title)), text: literal), to: &stack)
      return
    }
    if fence.closing == nil {
      report(
        "fence.unclosed", fence.opening,
        "the fence that starts here is never closed; end it with a line of '\(lines.string(fence.opening))'")
    }
    let language = fence.language(lines)
    let name = language.map(lines.string)
    switch name {
    case "swift" where isInQuiz, "output" where isInQuiz, "quiz" where isInQuiz:
      report(
        "quiz.cell", fence.opening.lowerBound..<fence.info.upperBound,
        "a quiz holds no '\(name ?? "")' fences; put it before the quiz, and a value as `{swift} …` into it")
      add(.code(language: name, text: literal), to: &stack)
    case "quiz":
      if let quiz = quiz(fence, isNested: stack.count > 1) { add(.quiz(quiz), to: &stack) }
    case "swift":
      guard let language else { return }
      let isTight = stack.last { $0.node.kind == .list || $0.node.kind == .quote }?.node.isTight ?? false
      add(.cell(cells.count), to: &stack)
      stack.top?.cell = cells.count
      var caption: MarkdownLine?
      cells.append(
        Cell(
          index: cells.count, fence: fence, language: language, isInTightList: isTight, lines, &caption,
          &diagnostics))
      if let caption {
        let inlines = inlines(of: caption, "caption", "option.value")
        cells[cells.count - 1].options.figureCaption = inlines
      }
    case "output":
      guard let language else { return }
      guard let cell = stack.top?.cell else {
        report(
          "recording.orphan", fence.opening.lowerBound..<fence.info.upperBound,
          "this output follows no cell; it must stand right after the cell whose output it records")
        add(.code(language: "output", text: literal), to: &stack)
        return
      }
      cells[cell].recording = Recording(
        fence: fence, language: language, default: cells[cell].options.tolerance, lines, &diagnostics)
      if cells[cell].options.error || cells[cell].recording?.expectsError == true,
        !cells[cell].options.sliders.isEmpty
      {
        report(
          "option.conflict", fence.opening.lowerBound..<fence.info.upperBound,
          "a cell that must fail has nothing for a slider to show; remove 'slider' or 'error'")
      }
      stack.top?.cell = nil
    case "math":
      let formula = FormulaSpan(
        index: 0, tex: fence.text.joined(separator: "\n"), isDisplay: true, lineOffsets: fence.offsets,
        range: fence.range,
        unverified: lines.exemption(after: fence.range.upperBound))
      let label = pendingLabel
      pendingLabel = nil
      for block in labelled([.formula(append(formula))], by: label) { add(block, to: &stack) }
    default:
      add(.code(language: Self.language(text.restored(node.title)), text: literal), to: &stack)
    }
  }

  /// The first word of an info string; nil where there is none.
  private static func language(_ info: String) -> String? {
    info.split(whereSeparator: { $0 == " " || $0 == "\t" }).first.map(String.init)
  }

  private mutating func append(_ formula: FormulaSpan) -> Int {
    var formula = formula
    formula.index = formulas.count
    if let fixedPlace {
      formula.range = fixedPlace
      formula.lineOffsets = formula.lineOffsets.map { _ in fixedPlace.lowerBound }
    }
    if formula.unverified == "" {
      report(
        "formula.unverified", formula.range,
        "the comment that exempts this formula gives no reason: <!-- unverified: reason -->")
    }
    formulas.append(formula)
    return formula.index
  }

  private mutating func append(_ cell: InlineCell) -> Int {
    var cell = cell
    cell.index = inlineCells.count
    cell.cellsBefore = cells.count
    if let fixedPlace {
      cell.range = fixedPlace
      cell.codeOffset = fixedPlace.lowerBound
      cell.recordedRange = cell.recordedRange.map { _ in fixedPlace }
    }
    if cell.code.isEmpty { report("inline.empty", cell.range, "this inline cell has no expression") }
    inlineCells.append(cell)
    return cell.index
  }

  private mutating func readInline(_ node: CommonMarkTree.Node, _ text: ProtectedText, _ stack: inout [Frame])
  {
    guard !stack.isEmpty else { return }
    let top = stack.count - 1
    switch node.kind {
    case .softBreak: stack[top].inlines.append(.softBreak)
    case .hardBreak: stack[top].inlines.append(.hardBreak)
    case .inlineCode: stack[top].inlines.append(.code(text.restored(node.literal)))
    case .inlineHTML:
      let html = text.restored(node.literal)
      stack[top].inlines.append(html.hasPrefix("<!--") ? .comment(html) : .html(html))
    default:
      let isLinked = stack.contains { $0.node.kind == .link || $0.node.kind == .image }
      for piece in text.pieces(of: node.literal) {
        switch piece {
        case .text(let text): stack[top].inlines.append(text: text)
        case .token(let token):
          if case .table(let source) = text.tokens[token].content, stack[top].node.kind == .paragraph {
            stack[top].blocks.append(.table(table(source)))
            continue
          }
          if case .footnoteDefinition(let label, let mark) = text.tokens[token].content, top > 0,
            stack[top - 1].node.kind == .item
          {
            stack[top - 1].footnote = (label, mark)
            continue
          }
          let inline = inline(token, text, isLinked: isLinked)
          if case .text(let text) = inline {
            stack[top].inlines.append(text: text)
          } else {
            stack[top].inlines.append(inline)
          }
        }
      }
    }
  }

  /// What a token becomes; a link definition's title can bring the same one twice.
  private mutating func inline(_ token: Int, _ text: ProtectedText, isLinked: Bool) -> Inline {
    if let inline = read[token] { return inline }
    let span = text.tokens[token]
    let inline: Inline
    switch span.content {
    case .formula(let formula): inline = .formula(append(formula))
    case .cell(let cell): inline = .cell(append(cell))
    case .reference(let label) where !isLinked:
      inline = .reference(label: label, range: fixedPlace ?? span.range)
    case .footnote(let label) where !isLinked && fixedPlace == nil:
      inline = .footnote(label: label, range: span.range)
    case .reference, .footnote, .footnoteDefinition, .source, .table: inline = .text(lines.string(span.range))
    }
    read[token] = inline
    return inline
  }
}

extension DocumentBuilder {
  func add(_ block: Block, to stack: inout [Frame]) {
    guard !stack.isEmpty else { return }
    stack[stack.count - 1].blocks.append(block)
    stack[stack.count - 1].cell = nil
  }
}

extension [DocumentBuilder.Frame] {
  /// The innermost open node, to change in place.
  var top: DocumentBuilder.Frame? {
    get { isEmpty ? nil : self[count - 1] }
    set {
      if let newValue, !isEmpty { self[count - 1] = newValue }
    }
  }
}

extension [Inline] {
  /// Appends text, to the text that stands last where one does.
  mutating func append(text: String) {
    if text.isEmpty { return }
    guard case .text(var whole) = last else {
      append(.text(text))
      return
    }
    // Emptied first, so that the text is not copied: a paragraph may come in as many pieces as it has
    // characters.
    self[count - 1] = .softBreak
    whole += text
    self[count - 1] = .text(whole)
  }
}
