import SwiftOperators
@_spi(RawSyntax) import SwiftSyntax

/// Folds the operators of the standard library in a whole file at once.
///
/// The tree is the one that `foldAll` of SwiftOperators makes, in a third of its time: that makes a tree of its own for
/// every operation and for every node around one. Where there is more to an expression than operators whose order
/// is known, it leaves the file to `foldAll`, which can report what is wrong.
///
/// Raw nodes are an interface that swift-syntax may change with any version; the package asks for an exact one.
struct OperatorFolder {
  /// What decides which of two neighbouring operators takes the operand between them.
  private struct Group {
    let associativity: String?
    /// The names of all groups that it binds more tightly than.
    var lower: Set<String> = []
  }

  /// The precedence groups of the standard library, by their names.
  private static let groups = {
    var higherThan: [String: [String]] = [:]
    var groups: [String: Group] = [:]
    for syntax in OperatorDeclarations.standardGroups {
      var associativity: String?
      for attribute in syntax.groupAttributes {
        switch attribute {
        case .precedenceGroupRelation(let relation):
          higherThan[syntax.name.text, default: []] += relation.precedenceGroups.map(\.name.text)
        case .precedenceGroupAssociativity(let written): associativity = written.value.text
        case .precedenceGroupAssignment: break
        }
      }
      groups[syntax.name.text] = Group(associativity: associativity)
    }
    for name in groups.keys {
      var pending = higherThan[name] ?? []
      while let lower = pending.popLast() {
        if groups[name]?.lower.insert(lower).inserted == true { pending += higherThan[lower] ?? [] }
      }
    }
    return groups
  }()

  /// Owns the nodes that are made.
  private let arena = RawSyntaxArena()

  /// A file with its operators folded; nil where that is left to `foldAll`.
  ///
  /// - Complexity: Linear in the size of the tree, of whose depth it takes as many levels of the stack.
  static func folded(_ file: SourceFileSyntax) -> SourceFileSyntax? {
    guard !file.hasError else { return nil }
    let folder = OperatorFolder()
    guard let folded = folder.folded(file.raw) else { return nil }
    return folded.id == file.raw.id
      ? file : Syntax(raw: folded, rawNodeArena: folder.arena).as(SourceFileSyntax.self)
  }

  private func folded(_ node: RawSyntax) -> RawSyntax? {
    guard let layout = node.layoutView else { return node }
    var changed: [RawSyntax?]?
    for (index, child) in layout.children.enumerated() {
      guard let child, !child.isToken else { continue }
      guard let new = folded(child) else { return nil }
      if new.id == child.id { continue }
      var children = changed ?? layout.formLayoutArray()
      changed = nil
      children[index] = new
      changed = children
    }
    let whole = changed.map { layout.replacingLayout(with: $0, arena: arena) } ?? node
    guard whole.kind == .sequenceExpr, let sequence = RawSequenceExprSyntax(whole) else { return whole }
    return folded(sequence.elements)
  }

  /// Keeps operators back until the next one shows that their right operand is complete.
  private func folded(_ elements: RawExprListSyntax) -> RawSyntax? {
    var operands: [RawSyntax] = []
    var waiting: [(symbol: RawSyntax, group: String)] = []
    for (index, element) in elements.raw.formChildren().enumerated() {
      guard !index.isMultiple(of: 2) else {
        operands.append(element)
        continue
      }
      guard let group = Self.group(of: element) else { return nil }
      while let (symbol, earlier) = waiting.last {
        // The right side of a cast is a type, which no other operator takes.
        if !Self.isCast(symbol) {
          guard let isFirst = Self.takesOperand(earlier, before: group) else { return nil }
          if !isFirst { break }
        }
        guard reduce(&operands, by: symbol) else { return nil }
        waiting.removeLast()
      }
      waiting.append((element, group))
    }
    while let (symbol, _) = waiting.popLast() {
      guard reduce(&operands, by: symbol) else { return nil }
    }
    return operands.last
  }

  /// Makes the last two operands one.
  private func reduce(_ operands: inout [RawSyntax], by symbol: RawSyntax) -> Bool {
    guard let right = operands.popLast(), let left = operands.popLast(),
      let whole = operation(left, symbol, right)
    else { return false }
    operands.append(whole)
    return true
  }

  private func operation(_ left: RawSyntax, _ symbol: RawSyntax, _ right: RawSyntax) -> RawSyntax? {
    switch left.kind {
    case .tryExpr, .awaitExpr, .unsafeExpr:
      // These words cover all that stands to their right.
      guard let layout = left.layoutView, let index = layout.children.lastIndex(where: { $0 != nil }),
        let inner = layout.children[index], let whole = operation(inner, symbol, right)
      else { return nil }
      return layout.replacingChild(at: index, with: whole, arena: arena)
    default: break
    }
    switch symbol.kind {
    case .binaryOperatorExpr, .assignmentExpr, .arrowExpr:
      return node(.infixOperatorExpr, [left, symbol, right])
    case .unresolvedTernaryExpr: return node(.ternaryExpr, [left] + symbol.parts + [right])
    case .unresolvedAsExpr: return cast(.asExpr, left, symbol, right)
    case .unresolvedIsExpr: return cast(.isExpr, left, symbol, right)
    default: return nil
    }
  }

  private func cast(_ kind: SyntaxKind, _ left: RawSyntax, _ symbol: RawSyntax, _ type: RawSyntax)
    -> RawSyntax?
  {
    RawTypeExprSyntax(type).map { node(kind, [left] + symbol.parts + [$0.type.raw]) }
  }

  /// A node with these parts, and nothing unexpected around them.
  private func node(_ kind: SyntaxKind, _ parts: [RawSyntax?]) -> RawSyntax {
    RawSyntax.makeLayout(kind: kind, uninitializedCount: 2 * parts.count + 1, arena: arena) { layout in
      layout.initialize(repeating: nil)
      for (index, part) in parts.enumerated() { layout[2 * index + 1] = part }
    }
  }

  // MARK: Precedence

  private static func isCast(_ symbol: RawSyntax) -> Bool {
    symbol.kind == .unresolvedAsExpr || symbol.kind == .unresolvedIsExpr
  }

  /// The precedence group of an operator; nil where the standard library has no such operator, or it is in none.
  private static func group(of symbol: RawSyntax) -> String? {
    switch symbol.kind {
    case .binaryOperatorExpr:
      RawBinaryOperatorExprSyntax(symbol).flatMap {
        OperatorDeclarations.standard.infixOperator(named: String(syntaxText: $0.operator.tokenText))?
          .precedenceGroup
      }
    case .unresolvedTernaryExpr: "TernaryPrecedence"
    case .assignmentExpr: "AssignmentPrecedence"
    case .unresolvedAsExpr, .unresolvedIsExpr: "CastingPrecedence"
    case .arrowExpr: "FunctionArrowPrecedence"
    default: nil
    }
  }

  /// Whether an operator of a group takes the operand between it and one of another group on its right; nil where
  /// neither may.
  private static func takesOperand(_ group: String, before next: String) -> Bool? {
    if group == next {
      switch groups[group]?.associativity {
      case "left": return true
      case "right": return false
      default: return nil
      }
    }
    if groups[group]?.lower.contains(next) == true { return true }
    return groups[next]?.lower.contains(group) == true ? false : nil
  }
}

extension SourceFileSyntax {
  /// Whether one of its statements declares an operator or a precedence group.
  var declaresOperators: Bool {
    guard let file = RawSourceFileSyntax(raw) else { return false }
    return file.statements.raw.formChildren().contains { item in
      item.parts.contains { $0?.kind == .operatorDecl || $0?.kind == .precedenceGroupDecl }
    }
  }
}

extension RawSyntax {
  /// The children at the places of the grammar, among which what is unexpected lies.
  fileprivate var parts: [RawSyntax?] {
    guard let children = layoutView?.children else { return [] }
    return stride(from: 1, to: children.count, by: 2).map { children[$0] }
  }

  /// The children of a list.
  fileprivate func formChildren() -> [RawSyntax] { layoutView?.children.compactMap { $0 } ?? [] }
}
