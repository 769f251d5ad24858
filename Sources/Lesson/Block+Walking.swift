extension Block {
  /// Visits some blocks in document order, each before those that stand in it: in quotes, callouts and lists, and behind
  /// labels. What quizzes hold is not visited.
  ///
  /// It keeps a stack of its own, for blocks may nest deeply.
  public static func forEach(in blocks: [Block], _ visit: (Block) -> Void) {
    var pending = [blocks[...]]
    while var rest = pending.popLast() {
      guard let block = rest.popFirst() else { continue }
      pending.append(rest)
      visit(block)
      switch block {
      case .quote(let inner): pending.append(inner[...])
      case .callout(let callout): pending.append(callout.blocks[...])
      case .list(let list): pending.append(contentsOf: list.items.reversed().map { $0[...] })
      case .labelled(_, let inner): pending.append([inner])
      default: break
      }
    }
  }

  /// Visits the headings of some blocks in document order, also nested ones.
  public static func forEachHeading(in blocks: [Block], _ visit: (Heading) -> Void) {
    forEach(in: blocks) { if case .heading(let heading) = $0 { visit(heading) } }
  }
}
