/// What is wrong with a text as XML without declarations, comments or CDATA; nil where nothing is.
///
/// Covers what the writer can get wrong: nesting, one root, quoting, duplicate attributes, stray `<` and `&`,
/// forbidden characters.
func flaw(inXML text: String) -> String? {
  if let scalar = text.unicodeScalars.first(where: {
    $0.value < 32 && $0 != "\n" || $0 == "\u{FFFE}" || $0 == "\u{FFFF}"
  }) {
    return "forbidden character \(scalar.value)"
  }
  var open: [Substring] = []
  var roots = 0
  var rest = text[...]
  while let start = rest.firstIndex(of: "<") {
    let content = rest[..<start]
    if let flaw = flaw(inContent: content) { return flaw }
    if open.isEmpty, content.contains(where: { !$0.isWhitespace }) { return "text outside the root" }
    guard let end = rest[start...].firstIndex(of: ">") else { return "unclosed tag" }
    var tag = rest[rest.index(after: start)..<end]
    rest = rest[rest.index(after: end)...]
    if tag.hasPrefix("/") {
      if open.popLast() != tag.dropFirst() { return "</\(tag.dropFirst())> closes nothing" }
      continue
    }
    if open.isEmpty { roots += 1 }
    let isEmpty = tag.hasSuffix("/")
    if isEmpty { tag.removeLast() }
    let name = tag.prefix { $0.isLetter }
    if name.isEmpty { return "no name in <\(tag)>" }
    if let flaw = flaw(inAttributes: tag.dropFirst(name.count)) { return flaw }
    if !isEmpty { open.append(name) }
  }
  if !open.isEmpty { return "unclosed \(open)" }
  if roots != 1 { return "\(roots) roots" }
  return rest.contains { !$0.isWhitespace } ? "text after the root" : nil
}

private func flaw(inContent content: Substring) -> String? {
  if content.contains(">") { return "stray >" }
  for part in content.split(separator: "&", omittingEmptySubsequences: false).dropFirst()
  where !["amp;", "lt;", "gt;", "quot;"].contains(where: part.hasPrefix) {
    return "stray & before \(part.prefix(10))"
  }
  return nil
}

private func flaw(inAttributes attributes: Substring) -> String? {
  var names: Set<Substring> = []
  var rest = attributes
  while !rest.isEmpty {
    guard rest.removeFirst() == " " else { return "no space before an attribute in \(attributes)" }
    let name = rest.prefix { $0.isLetter || $0 == "-" }
    rest = rest.dropFirst(name.count)
    guard !name.isEmpty, names.insert(name).inserted else {
      return "attribute without name or twice in \(attributes)"
    }
    guard rest.hasPrefix("=\"") else { return "attribute without value in \(attributes)" }
    rest = rest.dropFirst(2)
    guard let end = rest.firstIndex(of: "\"") else { return "unclosed value in \(attributes)" }
    if let flaw = flaw(inContent: rest[..<end]) { return flaw }
    rest = rest[rest.index(after: end)...]
  }
  return nil
}
