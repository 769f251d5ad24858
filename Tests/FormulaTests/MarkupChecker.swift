/// Checks markup for what must hold whatever the formula: balanced tags, escaped text, and the number of
/// children that MathML Core demands.
enum MarkupChecker {
  private static let arities = [
    "mfrac": 2, "mroot": 2, "msub": 2, "msup": 2, "munder": 2, "mover": 2, "msubsup": 3, "munderover": 3,
  ]

  /// What is wrong with a text; nil for nothing.
  static func fault(in markup: String) -> String? {
    if let fault = combiningFault(in: markup) { return fault }
    // Characters outside ASCII do not matter here, and marks among them would hide the tags that they follow.
    let markup = String(String.UnicodeScalarView(markup.unicodeScalars.map { $0.isASCII ? $0 : "x" }))
    var open: [(name: String, children: Int)] = []
    var rest = markup[...]
    while let start = rest.firstIndex(of: "<") {
      if let fault = faultyText(rest[..<start]) { return fault }
      guard let end = rest[start...].firstIndex(of: ">") else { return "unclosed tag" }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.filter({ $0 == "\"" }).count % 2 != 0 { return "unbalanced quotes in <\(tag)>" }
      if tag.hasPrefix("/") {
        guard let element = open.popLast(), element.name == tag.dropFirst() else { return "stray <\(tag)>" }
        if let arity = arities[element.name], arity != element.children {
          return "\(element.name) with \(element.children) children"
        }
        continue
      }
      if !open.isEmpty { open[open.count - 1].children += 1 }
      if !tag.hasSuffix("/") { open.append((String(tag.prefix { $0 != " " }), 0)) }
    }
    if let fault = faultyText(rest) { return fault }
    return open.isEmpty ? nil : "\(open.map(\.name)) left open"
  }

  private static func combiningFault(in markup: String) -> String? {
    var previous: Unicode.Scalar = " "
    for scalar in markup.unicodeScalars {
      if previous == ">", scalar.properties.canonicalCombiningClass != .notReordered {
        return "a mark combines with a tag"
      }
      previous = scalar
    }
    return nil
  }

  private static func faultyText(_ text: Substring) -> String? {
    if text.contains(">") { return "unescaped > in \(text)" }
    for piece in text.split(separator: "&", omittingEmptySubsequences: false).dropFirst() {
      guard ["amp;", "lt;", "gt;", "#13;", "#x"].contains(where: { piece.hasPrefix($0) }) else {
        return "unescaped & in \(text)"
      }
    }
    return nil
  }
}
