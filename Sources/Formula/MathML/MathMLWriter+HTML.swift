/// What MathML leaves to the HTML that its texts may hold.
extension MathMLWriter {
  /// Writes a link of HTML, which browsers follow inside a text of MathML, around a text or a formula within the formula;
  /// not all follow `href` of MathML itself.
  mutating func writeLink(to address: String, _ nodes: [Node]) {
    guard makesLinks else { return writeElement(nodes) }
    makesLinks = false
    output += "<mtext>"
    openLink(to: address, named: nodes)
    if nodes.count == 1, case .text(let text, .plain) = nodes[0].kind {
      escape(text)
    } else {
      writeInner(nodes)
    }
    output += "</a></mtext>"
    makesLinks = true
  }

  /// Writes the start tag of a link that those who hear it know by what a formula says.
  mutating func openLink(to address: String, named nodes: [Node]) {
    let name = PlainTextWriter.text(of: nodes)
    output += "<a href=\""
    escape(address, inAttribute: true)
    output += "\" aria-label=\""
    escape(name.isEmpty ? address : name, inAttribute: true)
    output += "\">"
  }

  /// Writes lines of words as a box of HTML, for the texts of MathML are not broken.
  ///
  /// Its first line stands where the other cells of the row stand, which only boxes in a flexible one do in Firefox.
  mutating func writeParagraph(_ width: Int, _ nodes: [Node]) {
    output +=
      "<mtext><span style=\"display:inline-flex;white-space:normal;width:\(Self.length(width))\"><span>"
    for node in nodes {
      if case .text(let text, .plain) = node.kind { escape(text) } else { writeInner([node]) }
    }
    output += "</span></span></mtext>"
  }

  /// Writes a formula within the formula.
  private mutating func writeInner(_ nodes: [Node]) {
    output += style.display ? "<math displaystyle=true>" : "<math>"
    writeChildren(nodes)
    output += "</math>"
  }
}
