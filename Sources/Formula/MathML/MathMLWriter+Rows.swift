extension MathMLWriter {
  /// One element of a row.
  private struct Item {
    enum Content {
      case node(Node)
      /// Letters set as one word.
      case word(String)
      /// The invisible operator between a function and its argument.
      case application
      case space(Int)
    }

    var content: Content
    var place = OperatorPlace()
  }

  /// Writes nodes as exactly one element.
  mutating func writeElement(_ nodes: [Node]) {
    if nodes.count == 1, case .group(let inner) = nodes[0].kind { return writeElement(inner) }
    let items = items(nodes, after: nil)
    if items.count == 1 { return write(items[0]) }
    output += "<mrow>"
    write(items, hasBefore: false, hasAfter: false)
    output += "</mrow>"
  }

  /// Writes a node as exactly one element.
  mutating func writeElement(_ node: Node) { writeElement([node]) }

  /// Writes nodes as children of an element that lays out its children as a row.
  ///
  /// - Parameters:
  ///   - leading: What stands before them without being shown, as at the alignment point of `aligned`.
  ///   - hasBefore: Whether the element has a child before them.
  ///   - hasAfter: Whether the element has a child after them.
  mutating func writeChildren(
    _ nodes: [Node], after leading: Atom? = nil, hasBefore: Bool = false, hasAfter: Bool = false
  ) {
    write(items(nodes, after: leading), hasBefore: hasBefore, hasAfter: hasAfter)
  }

  private mutating func write(_ items: [Item], hasBefore: Bool, hasAfter: Bool) {
    for (index, item) in items.enumerated() {
      let isFirst = index == 0 && !hasBefore
      let isLast = index == items.count - 1 && !hasAfter
      var item = item
      item.place.form = isFirst ? (isLast ? nil : .prefix) : isLast ? .postfix : .infix
      if items.count > 1, case .node(let node) = item.content, writeUnboxed(node, at: item.place) { continue }
      write(item)
    }
  }

  private mutating func write(_ item: Item) {
    switch item.content {
    case .node(let node): write(node, at: item.place)
    case .word(let word): writeWord(word, font)
    case .space(let width): writeSpace(width)
    case .application:
      output += item.place.right == 0 ? "<mo>" : "<mo rspace=\(Self.ems(item.place.right))>"
      output += "&#x2061;</mo>"
    }
  }

  /// The elements for nodes, with TeX's space between them given to the operators, or put in between.
  private func items(_ nodes: [Node], after leading: Atom?) -> [Item] {
    if nodes.count == 1, leading == nil {
      return [Item(content: .node(nodes[0]), place: OperatorPlace(isSign: true))]
    }
    let atoms = Spacing.settled(nodes.map { Self.atoms($0) }, after: leading)
    var items: [Item] = []
    items.reserveCapacity(nodes.count + 4)
    var previous = leading
    var previousItem: Int?
    var previousNode: Node?
    for (index, node) in nodes.enumerated() {
      guard let atom = atoms[index] else {
        items.append(Item(content: .node(node)))
        continue
      }
      if font.makesWords, let letter = Self.letter(node) {
        if let last = items.indices.last, case .word(let word) = items[last].content {
          items[last].content = .word(word + letter)
          continue
        }
        if index + 1 < nodes.count, Self.letter(nodes[index + 1]) != nil {
          let space = previous.map { Spacing.between($0, .ordinary, tight: style.level > 0) } ?? 0
          items.append(Item(content: .word(letter)))
          place(space, after: previousItem, previousNode, before: nil, as: .ordinary, in: &items)
          (previous, previousItem, previousNode) = (.ordinary, items.count - 1, nil)
          continue
        }
      }
      let item = Item(content: .node(node), place: OperatorPlace(isSign: atom.left == .ordinary))
      let space = previous.map { Spacing.between($0, atom.left, tight: style.level > 0) } ?? 0
      if let before = previousNode, Self.isFunction(before), atom.left.isOperand {
        items.insert(
          Item(content: .application, place: OperatorPlace(right: space)), at: (previousItem ?? 0) + 1)
        items.append(item)
      } else {
        items.append(item)
        place(space, after: previousItem, previousNode, before: node, as: atom.left, in: &items)
      }
      (previous, previousItem, previousNode) = (atom.right, items.count - 1, node)
    }
    return items
  }

  /// Gives space to one of two neighbours, or puts an element before the last item where neither is an operator.
  ///
  /// Relations and binary operators come first: most often it is what they have in MathML without saying so.
  private func place(
    _ space: Int, after index: Int?, _ left: Node?, before right: Node?, as atom: Atom, in items: inout [Item]
  ) {
    let rightCarries = right.map(Self.carriesSpace) ?? false
    if rightCarries, atom == .relation || atom == .binary {
      items[items.count - 1].place.left = space
    } else if let index, let left, Self.carriesSpace(left) {
      items[index].place.right = space
    } else if rightCarries {
      items[items.count - 1].place.left = space
    } else if space > 0 {
      items.insert(Item(content: .space(Self.tenThousandths(space))), at: items.count - 1)
    }
  }

  static func tenThousandths(_ space: Int) -> Int { (space * 10000 + 9) / 18 }

  private static func letter(_ node: Node) -> String? {
    guard case .symbol(let symbol) = node.kind, symbol.form == .letter, symbol.text.utf8.count == 1 else {
      return nil
    }
    return symbol.text
  }

  /// Whether a node is a named function, which is applied to what follows.
  private static func isFunction(_ node: Node) -> Bool {
    switch node.kind {
    case .name, .operatorName: true
    case .scripts(let scripts): scripts.base.map(isFunction) ?? false
    default: false
    }
  }

  /// Whether a node becomes an operator element, or one with scripts, to which space can be given.
  private static func carriesSpace(_ node: Node) -> Bool {
    switch node.kind {
    case .symbol(let symbol): symbol.isOperator
    case .delimiter, .arrow: true
    case .scripts(let scripts): scripts.primes == 0 && scripts.base.map(carriesSpace) ?? false
    case .stack(let base, _, _): carriesSpace(base)
    case .classed(_, let inner): carriesSpace(inner)
    default: false
    }
  }

  /// The classes that a node shows to its left and right; nil for space.
  private static func atoms(_ node: Node) -> (left: Atom, right: Atom)? {
    let atom: Atom
    switch node.kind {
    case .symbol(let symbol): atom = symbol.atom
    case .name, .operatorName: atom = .large
    case .scripts(let scripts):
      return scripts.base.map { atoms($0) ?? (.ordinary, .ordinary) } ?? (.ordinary, .ordinary)
    case .fraction, .fenced: atom = .inner
    case .delimiter(_, _, let own): atom = own
    case .accent(let accent, _): atom = accent.brace ? .inner : .ordinary
    case .stack(let base, _, _): return atoms(base)
    case .arrow: atom = .relation
    case .table(let table): atom = table.layout.open == nil && table.layout.close == nil ? .ordinary : .inner
    case .style(_, let nodes), .dressed(_, let nodes): return ends(nodes)
    case .font(.boldItalic, let nodes) where nodes.count == 1: return ends(nodes)
    case .classed(let own, _): atom = own
    case .space: return nil
    case .number, .text, .group, .root, .font, .decorated, .raised, .rule, .reference, .choice, .link,
      .paragraph:
      atom = .ordinary
    }
    return (atom, atom)
  }

  /// The outer classes of a row that is spaced as if it stood in the row around it.
  ///
  /// Each node is asked once: asked twice, nested styles would take time exponential in their depth.
  private static func ends(_ nodes: [Node]) -> (left: Atom, right: Atom)? {
    var index = 0
    var left: (left: Atom, right: Atom)?
    while index < nodes.count, left == nil {
      left = atoms(nodes[index])
      index += 1
    }
    guard let left else { return nil }
    for node in nodes[index...].reversed() {
      if let right = atoms(node) { return (left.left, right.right) }
    }
    return left
  }
}

extension Atom {
  /// Whether a function can be applied to what starts like this.
  fileprivate var isOperand: Bool {
    switch self {
    case .ordinary, .large, .open, .inner: true
    case .binary, .relation, .close, .punctuation: false
    }
  }
}
