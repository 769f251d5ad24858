/// Writes a formula's tree as MathML Core.
///
/// The writer keeps track of TeX's style (display, script level), because limits and spacing depend on it and
/// MathML cannot say so itself.
struct MathMLWriter {
  var output = ""
  var style: MathStyle
  var font = Font.normal
  /// The size that `\large` and relatives have set, in per cent.
  var size = 100
  /// Whether the formula has chosen the colour of what is written.
  private var isColoured = false
  /// What the document gives the labels and references.
  let numbers: EquationNumbers
  /// Whether links may be written; not inside another link.
  var makesLinks: Bool

  init(display: Bool, numbers: EquationNumbers, makesLinks: Bool) {
    self.numbers = numbers
    self.makesLinks = makesLinks
    style = MathStyle(display: display, level: 0)
  }

  /// The whole `<math>` element, in a link where the formula is nothing but one: those who hear a formula take it as a
  /// whole, and may miss a link within it.
  mutating func document(_ nodes: [Node], tex: String) -> String {
    guard makesLinks, nodes.count == 1, case .link(let address, let linked) = nodes[0].kind else {
      return math(nodes, tex: tex)
    }
    makesLinks = false
    let math = math(linked, tex: tex)
    output = ""
    openLink(to: address, named: linked)
    return output + math + "</a>"
  }

  /// The `<math>` element.
  ///
  /// Its TeX is an attribute, which takes a quarter of the bytes of an annotation and changes as little for those who
  /// hear the formula. Where the MathML shows the TeX, white space aside, it is not written again.
  private mutating func math(_ nodes: [Node], tex: String) -> String {
    output.reserveCapacity(256 + 24 * tex.utf8.count)
    writeChildren(nodes)
    let content = output
    output = style.display ? "<math display=block" : "<math"
    if !ShownTeX.shows(content, tex) {
      output += " data-tex=\""
      escape(tex, inAttribute: true)
      output += "\""
    }
    output += ">"
    output += content
    output += "</math>"
    return output
  }

  /// Writes text as character data, or as the value of an attribute, in which double quotes end it.
  ///
  /// A combining mark at its start is written as a reference: it must not combine with the tag before it.
  mutating func escape(_ text: String, inAttribute: Bool = false) {
    var text = text.unicodeScalars[...]
    if let first = text.first, first.value >= 0x300, first.properties.canonicalCombiningClass != .notReordered
    {
      output += "&#x\(String(first.value, radix: 16));"
      text.removeFirst()
    }
    for scalar in text {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"" where inAttribute: output += "&quot;"
      case "\r": output += "&#13;"
      default: output.unicodeScalars.append(scalar)
      }
    }
  }

  /// Writes in another style, and comes back.
  mutating func within(_ style: MathStyle, _ body: (inout MathMLWriter) -> Void) {
    let outer = self.style
    self.style = style
    body(&self)
    self.style = outer
  }

  /// Writes in another font, and comes back.
  mutating func within(_ font: Font, _ body: (inout MathMLWriter) -> Void) {
    let outer = self.font
    self.font = font.inside(outer)
    body(&self)
    self.font = outer
  }

  /// The style of scripts.
  var scriptStyle: MathStyle { MathStyle(display: false, level: min(style.level + 1, 2)) }

  /// Writes a node as exactly one element.
  ///
  /// - Parameter place: What an operator must know of its place.
  mutating func write(_ node: Node, at place: OperatorPlace = OperatorPlace()) {
    switch node.kind {
    case .symbol(let symbol): writeSymbol(symbol, at: place)
    case .number(let text): writeNumber(text)
    case .name(let text, _): writeWord(text, .roman)
    case .operatorName(let nodes, _): within(.roman) { $0.writeElement(nodes) }
    case .text(let text, let style): writeText(text, style)
    case .group(let nodes): writeElement(nodes)
    case .scripts(let scripts): writeScripts(scripts, at: place)
    case .fraction(let fraction): writeFraction(fraction)
    case .root(let radicand, let index): writeRoot(radicand, index)
    case .fenced(let fence): writeFence(fence)
    case .delimiter(let symbol, let size, _): writeDelimiter(symbol, size: size, at: place)
    case .accent(let accent, let base): writeAccent(accent, base)
    case .stack(let base, let over, let under): writeStack(base, over, under, at: place)
    case .arrow(let text, let over, let under): writeArrow(text, over, under, at: place)
    case .table(let table): writeTable(table)
    case .space(let width): writeSpace(width)
    case .style(let style, let nodes): writeStyled(style, nodes)
    case .font(let font, let nodes): within(font) { $0.writeElement(nodes) }
    case .classed(_, let inner): write(inner, at: place)
    case .dressed(let dress, let nodes): writeDressed(dress, nodes)
    case .decorated(let decoration, let inner): writeDecorated(decoration, inner)
    case .raised(let height, let inner): wrap("mpadded", " voffset=\(Self.length(height))", inner)
    case .rule(let width, let height, let shift): writeRule(width, height, shift)
    case .reference(let index): writeText(numbers.reference(index) ?? "??", .plain)
    case .paragraph(let width, let nodes): writeParagraph(width, nodes)
    case .link(let address, let nodes): writeLink(to: address, nodes)
    case .choice(let choices): writeElement(choices[style.display ? 0 : style.level + 1])
    }
  }

  private mutating func writeStyled(_ style: MathStyle, _ nodes: [Node]) {
    openStyle(style)
    within(style) { $0.writeChildren(nodes) }
    output += "</mstyle>"
  }

  private mutating func writeDressed(_ dress: Dress, _ nodes: [Node]) {
    let (outerSize, outerColoured) = (size, isColoured)
    // On a colour of its own, text is black as in TeX: the ink of a dark page would be lost on a light box.
    let ink = isColoured ? "" : "color:#000;"
    switch dress {
    case .colour(let colour):
      output += "<mstyle mathcolor=\(colour)>"
      isColoured = true
    case .background(let colour):
      output += "<mstyle style=\"background:\(colour);\(ink)padding:0.3em\">"
    case .frame(let border, let background):
      output +=
        "<mstyle style=\"border:0.06em solid \(border);background:\(background);\(ink)padding:0.3em\">"
    case .size(let percent):
      // TeX's sizes do not multiply, those of MathML do.
      output += "<mstyle mathsize=\(percent * 100 / size)%>"
      size = percent
    }
    writeChildren(nodes)
    output += "</mstyle>"
    (size, isColoured) = (outerSize, outerColoured)
  }

  mutating func openStyle(_ style: MathStyle) {
    output += "<mstyle displaystyle=\(style.display) scriptlevel=\(style.level)>"
  }

  private mutating func writeFraction(_ fraction: Fraction) {
    let form = fraction.form
    let outer = form.style ?? style
    if form.style != nil { openStyle(outer) }
    let isBracketed = form.open != nil || form.close != nil
    if isBracketed { output += "<mrow>" }
    if let open = form.open { writeGrowing(open) }
    output += form.bar ? "<mfrac>" : "<mfrac linethickness=0>"
    let level = outer.display ? outer.level : min(outer.level + 1, 2)
    within(MathStyle(display: false, level: level)) {
      $0.writeElement(fraction.numerator)
      $0.writeElement(fraction.denominator)
    }
    output += "</mfrac>"
    if let close = form.close { writeGrowing(close) }
    if isBracketed { output += "</mrow>" }
    if form.style != nil { output += "</mstyle>" }
  }

  private mutating func writeRoot(_ radicand: Node, _ index: Node?) {
    guard let index else {
      output += "<msqrt>"
      if case .group(let nodes) = radicand.kind { writeChildren(nodes) } else { writeChildren([radicand]) }
      output += "</msqrt>"
      return
    }
    output += "<mroot>"
    writeElement(radicand)
    within(MathStyle(display: false, level: 2)) { $0.writeElement(index) }
    output += "</mroot>"
  }

  private mutating func writeDecorated(_ decoration: Decoration, _ inner: Node) {
    switch decoration {
    case .phantom: wrap("mphantom", "", inner)
    case .horizontalPhantom:
      output += "<mpadded height=0 depth=0>"
      wrap("mphantom", "", inner)
      output += "</mpadded>"
    case .verticalPhantom:
      output += "<mpadded width=0>"
      wrap("mphantom", "", inner)
      output += "</mpadded>"
    case .smash(let height, let depth):
      wrap("mpadded", (height ? " height=\(Self.noRoom)" : "") + (depth ? " depth=0" : ""), inner)
    case .angle:
      wrap("mrow", " style=\"border:solid;border-width:0.06em 0.06em 0 0;padding:0.1em 0.1em 0\"", inner)
    case .overlap(.right): wrap("mpadded", " width=\(Self.noRoom)", inner)
    case .overlap(let side):
      // A percentage of a translation is one of the element itself.
      output += "<mpadded width=\(Self.noRoom)>"
      wrap("mrow", " style=transform:translateX(\(side == .left ? -100 : -50)%)", inner)
      output += "</mpadded>"
    case .box: wrap("mrow", " style=\"border:0.06em solid;padding:0.3em\"", inner)
    case .strikeUp: wrap("mrow", " style=\"background:\(Self.stroke("bottom right"))\"", inner)
    case .strikeDown: wrap("mrow", " style=\"background:\(Self.stroke("top right"))\"", inner)
    case .strikeThrough: wrap("mrow", " style=\"background:\(Self.stroke("top"))\"", inner)
    case .strikeBoth:
      let strokes = Self.stroke("top right") + "," + Self.stroke("bottom right")
      wrap("mrow", " style=\"background:\(strokes)\"", inner)
    }
  }

  private mutating func writeRule(_ width: Int, _ height: Int, _ shift: Int) {
    let (above, below) = (height + shift, -shift)
    // A box that does not reach the baseline is moved there: neither height nor depth may be negative.
    let isMoved = above < 0 || below < 0
    if isMoved {
      output += "<mpadded voffset=\(Self.length(shift))"
      output += " height=\(Self.length(max(above, 0))) depth=\(Self.length(max(below, 0)))>"
    }
    output += "<mspace style=background:currentColor width=\(Self.length(width))"
    output += " height=\(Self.length(isMoved ? height : above))"
    // Chromium shows nothing of some boxes whose depth says 0.
    if !isMoved, below > 0 { output += " depth=\(Self.length(below))" }
    output += " />"
    if isMoved { output += "</mpadded>" }
  }

  /// The size of what takes no room: WebKit shows nothing of it where it is 0.
  static let noRoom = ".01em"

  /// A thin diagonal line, across the direction given; MathML Core has no `menclose`.
  private static func stroke(_ direction: String) -> String {
    "linear-gradient(to \(direction),transparent calc(50% - 0.04em),currentColor calc(50% - 0.03em),"
      + "currentColor calc(50% + 0.03em),transparent calc(50% + 0.04em))"
  }

  private mutating func wrap(_ element: String, _ attributes: String, _ inner: Node) {
    output += "<\(element)\(attributes)>"
    if case .group(let nodes) = inner.kind { writeChildren(nodes) } else { writeChildren([inner]) }
    output += "</\(element)>"
  }
}
