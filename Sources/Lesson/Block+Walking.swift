extension Lesson {
  /// The heading of level 1 that the document starts with; nil where it starts otherwise.
  public var openingHeading: Heading? {
    let first = blocks.first {
      if case .comment = $0 { false } else { true }
    }
    guard case .heading(let heading)? = first, heading.level == 1 else { return nil }
    return heading
  }
}

extension Block {
  /// Visits the headings of some blocks in document order, also nested ones.
  public static func forEachHeading(in blocks: [Block], _ visit: (Heading) -> Void) {
    var pending = [blocks[...]]
    while var rest = pending.popLast() {
      guard let block = rest.popFirst() else { continue }
      pending.append(rest)
      switch block {
      case .heading(let heading): visit(heading)
      case .quote(let inner): pending.append(inner[...])
      case .callout(let callout): pending.append(callout.blocks[...])
      case .list(let list): pending.append(contentsOf: list.items.reversed().map { $0[...] })
      default: break
      }
    }
  }
}
