/// Writes formulas as plain text, from left to right.
struct PlainTextWriter {
  private(set) var text = ""
  /// Whether operators stand without spaces, as in scripts.
  private let isTight: Bool
  /// The class of what was written last; nil at the start.
  private var last: Atom?

  init(isTight: Bool = false) { self.isTight = isTight }

  mutating func write(_ nodes: [Node]) {
    for node in nodes { write(node) }
  }

  private mutating func write(_ node: Node) {
    switch node.kind {
    case .symbol(let symbol), .delimiter(let symbol, _, _): write(symbol.text, symbol.atom)
    case .number(let digits): write(digits, .ordinary)
    case .name(let name, _): write(name, .large)
    case .operatorName(let name, _): write(Self.text(of: name), .large)
    case .text(let words, _): write(words, .ordinary)
    case .group(let content), .style(_, let content), .font(_, let content), .dressed(_, let content),
      .link(_, let content), .paragraph(_, let content):
      write(content)
    case .scripts(let scripts): write(scripts)
    case .fraction(let fraction): write(fraction)
    case .root(let radicand, let index):
      let degree = index.map { Self.raised(Self.text(of: [$0], isTight: true)) ?? Self.text(of: [$0]) } ?? ""
      write(degree + "√" + Self.operand([radicand]), .ordinary)
    case .fenced(let fence): write(fence)
    case .accent(let accent, let base): write(accent, base)
    case .stack(let base, let over, let under):
      write(Scripts(base: base, sub: under, sup: over))
    case .arrow(let arrow, let over, _):
      write(arrow, .relation)
      if let over { write("(\(Self.text(of: [over])))", .ordinary) }
    case .table(let table): write(table)
    case .space(let width): if width >= 1_667 { addSpace() }
    case .classed(let atom, let content): write(Self.text(of: [content], isTight: true), atom)
    case .decorated(let decoration, let content): if decoration.isShown { write(content) }
    case .raised(_, let content): write(content)
    case .rule: break
    case .reference: write("??", .ordinary)
    case .choice(let contents): if let first = contents.first { write(first) }
    }
  }

  /// Writes an atom, with spaces around it that its class asks for.
  private mutating func write(_ atom: String, _ kind: Atom) {
    guard !atom.isEmpty else { return }
    switch kind {
    case .relation: addSpace()
    // What has no operand before it is a sign.
    case .binary where last != nil && last.map(Self.endsOperand) == true: addSpace()
    case .ordinary where last == .large && text.last?.isLetter == true: addSpace()
    case .large where last == .ordinary && text.last?.isLetter == true && atom.first?.isLetter == true:
      addSpace()
    default: break
    }
    let isOperator = kind == .relation || (kind == .binary && last.map(Self.endsOperand) == true)
    text += atom
    if isOperator || kind == .punctuation { addSpace() }
    last = kind
  }

  private static func endsOperand(_ atom: Atom) -> Bool {
    switch atom {
    case .ordinary, .close, .inner, .large: true
    case .binary, .relation, .open, .punctuation: false
    }
  }

  private mutating func addSpace() {
    if !isTight, !text.isEmpty, text.last != " " { text += " " }
  }

  private mutating func write(_ scripts: Scripts) {
    if let base = scripts.base { write(base) }
    text += String(repeating: "′", count: scripts.primes)
    if let sub = scripts.sub { writeScript(sub, mark: "_", Self.lowered) }
    if let sup = scripts.sup { writeScript(sup, mark: "^", Self.raised) }
    // A script ends an operand; one of a large operator such as ∑ stands before one.
    if last != .large { last = .ordinary } else if text.last?.isLetter != true { text += " " }
  }

  private mutating func writeScript(_ node: Node, mark: String, _ shifted: (String) -> String?) {
    let script = Self.text(of: [node], isTight: true)
    guard !script.isEmpty else { return }
    if let characters = shifted(script) {
      text += characters
    } else {
      text += mark + (Self.isOneWord(script) ? script : "(\(script))")
    }
  }

  private mutating func write(_ fraction: Fraction) {
    let form = fraction.form
    let (over, under) = ([fraction.numerator], [fraction.denominator])
    guard form.bar else {
      write(
        "\(form.open?.text ?? "(")\(Self.text(of: over)), \(Self.text(of: under))\(form.close?.text ?? ")")",
        .inner)
      return
    }
    write("\(Self.operand(over))/\(Self.operand(under))", .inner)
  }

  private mutating func write(_ fence: Fence) {
    if let open = fence.open { write(open.text, .open) }
    for (index, body) in fence.bodies.enumerated() {
      write(body)
      if index < fence.separators.count { write(fence.separators[index].text, .relation) }
    }
    if let close = fence.close { write(close.text, .close) }
  }

  private mutating func write(_ table: Table) {
    let layout = table.layout
    let isRunning = layout.spacing == .pairs || layout.spacing == .lines
    let rows = table.rows.map { row in
      if isRunning { return Self.text(of: row.flatMap(\.self)) }
      return row.map { Self.text(of: $0) }.filter { !$0.isEmpty }.joined(separator: " ")
    }
    let content = rows.filter { !$0.isEmpty }.joined(separator: "; ")
    write((layout.open?.text ?? "") + content + (layout.close?.text ?? ""), .inner)
  }

  private mutating func write(_ accent: Accent, _ base: Node) {
    write(base)
    let mark = accent.narrow ?? accent.mark
    guard !accent.brace, let combining = Self.combining[mark], text.last?.isLetter == true else { return }
    text += combining
  }
}
