extension LineDifference {
  /// The difference for readers: removed lines after `- `, added ones after `+ `, one line of context around
  /// each group, `…` between groups; empty where nothing differs.
  ///
  ///     - 13.0
  ///     + 14.0
  ///
  /// - Parameter limit: The most lines shown; what is left out is counted.
  func text(limit: Int = 24) -> String {
    let edits = edits
    var lines: [String] = []
    var last: Int?
    for (index, edit) in edits.enumerated() {
      let isNear =
        !edit.isContext || (index > 0 && !edits[index - 1].isContext)
        || (index + 1 < edits.count && !edits[index + 1].isContext)
      guard isNear else { continue }
      if let last, last + 1 != index { lines.append("  …") }
      last = index
      lines.append(edit.mark + " " + Self.shown(edit.line))
    }
    guard lines.count > limit else { return lines.joined(separator: "\n") }
    return lines.prefix(limit - 1).joined(separator: "\n") + "\n… and \(lines.count - limit + 1) lines more"
  }

  /// One line of the text.
  private struct Edit {
    var mark: String
    var line: String
    var isContext: Bool { mark == " " }
  }

  /// The steps as lines, within each group those removed before those added.
  private var edits: [Edit] {
    var edits: [Edit] = []
    var added: [Edit] = []
    for step in steps {
      switch step {
      case .same(let line, _), .wildcard(let line, _):
        edits += added + [Edit(mark: " ", line: recorded[line])]
        added = []
      case .removed(let line): edits.append(Edit(mark: "-", line: recorded[line]))
      case .added(let line, _): added.append(Edit(mark: "+", line: actual[line]))
      case .changed(let old, let new):
        edits.append(Edit(mark: "-", line: recorded[old]))
        added.append(Edit(mark: "+", line: actual[new]))
      }
    }
    return edits + added
  }

  /// A line as readers see it: spaces at its end made visible, cut where it is very long.
  private static func shown(_ line: String) -> String {
    let kept = line.unicodeScalars.prefix(200)
    if kept.endIndex < line.unicodeScalars.endIndex { return String(kept) + "…" }
    let end = line.utf8.reversed().prefix { $0 == 0x20 || $0 == 0x09 }.count
    return line.utf8.isEmpty
      ? "" : String(line.unicodeScalars.dropLast(end)) + String(repeating: "·", count: end)
  }
}
