import Diagnostics

extension DocumentBuilder {
  /// Ends the innermost open node and hands it to the one around it.
  mutating func close(_ stack: inout [Frame], _ text: ProtectedText) {
    guard let frame = stack.popLast(), !stack.isEmpty else { return }
    let top = stack.count - 1
    let node = frame.node
    switch node.kind {
    case .paragraph:
      let startsItem = stack[top].node.kind == .item && stack[top].blocks.isEmpty
      let inlines = startsItem ? task(frame) : frame.inlines
      stack[top].blocks += labelled(frame.blocks + Self.paragraph(inlines, formulas), by: frame.label)
    case .heading:
      let slug = slugs.slug(of: frame.inlines, formulas)
      stack[top].blocks.append(
        .heading(Heading(level: node.number, content: frame.inlines, slug: slug, range: frame.range)))
    case .quote:
      stack[top].blocks.append(quote(frame, text))
    case .item:
      if let (label, mark) = frame.footnote {
        footnotes.append(Footnote(label: label, blocks: frame.blocks, range: mark))
      } else {
        stack[top].items.append(frame.blocks)
      }
    case .list where frame.items.isEmpty: break
    case .list:
      stack[top].blocks.append(
        .list(List(start: node.number < 0 ? nil : node.number, isTight: node.isTight, items: frame.items)))
    case .emphasis:
      stack[top].inlines.append(.emphasis(frame.inlines))
    case .strong:
      stack[top].inlines.append(.strong(frame.inlines))
    case .link, .image:
      let destination = text.restored(node.literal)
      let title = node.title.isEmpty ? nil : text.restored(node.title)
      let place = place(of: destination, in: frame.range, showing: frame.inlines)
      stack[top].inlines.append(
        node.kind == .link
          ? .link(destination: destination, title: title, content: frame.inlines, range: place)
          : .image(source: destination, title: title, alternative: frame.inlines, range: place))
    default:
      break
    }
  }

  /// A paragraph; its formulas as blocks where it holds nothing but displayed ones; nothing where it shows
  /// nothing.
  static func paragraph(_ inlines: [Inline], _ formulas: [FormulaSpan]) -> [Block] {
    var displayed: [Block] = []
    for inline in inlines {
      switch inline {
      case .formula(let index) where formulas[index].isDisplay: displayed.append(.formula(index))
      case .softBreak: continue
      case .text(let text) where text.allSatisfy(\.isWhitespace): continue
      case .comment: continue
      default: return [.paragraph(inlines)]
      }
    }
    return displayed.isEmpty && !inlines.isEmpty ? [.paragraph(inlines)] : displayed
  }

  /// A quote, or the callout that a marker on its first line makes of it.
  private mutating func quote(_ frame: Frame, _ text: ProtectedText) -> Block {
    guard case .paragraph(let inlines) = frame.blocks.first, case .text(let first) = inlines.first,
      first.hasPrefix("[!"), let close = first.firstIndex(of: "]")
    else { return .quote(frame.blocks) }
    let name = String(first[..<close].dropFirst(2))
    let line = text.line(frame.node.line)
    let marker = lines.firstRange(of: "[!", in: lines.content(of: line))
    guard let marker, !name.isEmpty, name.utf8.allSatisfy(\.isASCIILetter),
      marker.lowerBound == 0 || lines.bytes[marker.lowerBound - 1] != UInt8(ascii: "\\")
    else { return .quote(frame.blocks) }
    guard let kind = Callout.Kind(rawValue: name.lowercased()) else {
      let known = Callout.Kind.allCases.map { $0.rawValue.uppercased() }
      report(
        "callout.kind", marker.lowerBound..<marker.upperBound + name.utf8.count + 1,
        "'\(name)' is no kind of callout"
          + (nearest(name, among: known).map { "; did you mean '\($0)'?" }
            ?? "; there are \(known.joined(separator: ", "))"))
      return .quote(frame.blocks)
    }
    var rest = first[close...].dropFirst()
    let isFolded = rest.hasPrefix("-")
    if isFolded { rest = rest.dropFirst() }
    var title: [Inline] = []
    title.append(text: String(rest.drop(while: \.isWhitespace)))
    let others = inlines.dropFirst()
    let end = others.firstIndex { $0 == .softBreak || $0 == .hardBreak } ?? others.endIndex
    title += others[others.startIndex..<end]
    let body = Array(others[end...].dropFirst())
    let blocks = (body.isEmpty ? [] : Self.paragraph(body, formulas)) + frame.blocks.dropFirst()
    return .callout(Callout(kind: kind, title: title, isFolded: isFolded, blocks: blocks))
  }

  /// An HTML block; the comments it starts with may hold labels.
  mutating func htmlBlock(_ node: CommonMarkTree.Node, _ text: ProtectedText) -> Block {
    let literal = text.restored(node.literal)
    var html = Substring(literal)
    while html.drop(while: \.isWhitespace).hasPrefix("<!--") {
      guard let end = html.firstRange(of: "-->") else {
        let start = text.offset(line: node.line, column: node.column)
        let end = lines.content(of: text.line(node.line)).upperBound
        report("comment.unclosed", start..<end, "the comment that starts here is never closed")
        return .comment(literal)
      }
      let content = html[..<end.lowerBound].drop(while: \.isWhitespace).dropFirst(4)
      readLabel(content, from: text.offset(line: node.line, column: node.column))
      html = html[end.upperBound...]
    }
    if html.allSatisfy(\.isWhitespace) { return .comment(literal) }
    dropLabel()
    return .html(literal)
  }
}

extension SourceLines {
  /// The first place of a byte sequence in a range.
  fileprivate func firstRange(of sequence: String, in range: Range<Int>) -> Range<Int>? {
    range.first { bytes[$0..<range.upperBound].starts(with: sequence.utf8) }
      .map { $0..<$0 + sequence.utf8.count }
  }
}
