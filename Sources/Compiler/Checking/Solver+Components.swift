/// Which constraints have a say in each other's solution.
extension Solver {
  /// The constraints that share unknowns with one of them, directly or through others, those that don't, and the
  /// unknowns that are shared.
  ///
  /// - Complexity: Proportional to the number of constraints times the longest chain between them.
  func component(of first: Constraint, among constraints: [Constraint])
    -> (connected: [Constraint], others: [Constraint], unknowns: Set<TypeVariable>)
  {
    var shared = unknowns(of: first)
    let own = constraints.map(unknowns)
    var isConnected = constraints.map { _ in false }
    var moved = true
    while moved {
      moved = false
      for (index, unknowns) in own.enumerated()
      where !isConnected[index] && !shared.isDisjoint(with: unknowns) {
        isConnected[index] = true
        shared.formUnion(unknowns)
        moved = true
      }
    }
    let paired = zip(constraints, isConnected)
    return (paired.filter(\.1).map(\.0), paired.filter { !$0.1 }.map(\.0), shared)
  }

  private func unknowns(of constraint: Constraint) -> Set<TypeVariable> {
    let types: [Type]
    switch constraint {
    case .conversion(let expression, let to, _), .chain(let expression, let to),
      .unwrap(let expression, let to, _):
      types = [expression.type, to]
    case .call(let site, let call):
      types =
        [call.type] + site.arguments.map(\.expression.type) + site.candidates.compactMap(\.base?.type)
        + (site.initialized.map { [$0.type] } ?? [])
    case .member(let site, let expression):
      types = [site.base.type, expression.type] + (site.call?.arguments.map(\.expression.type) ?? [])
    case .apply(let function, let arguments, let call):
      types = [function.type, call.type] + arguments.map(\.type)
    case .conforms(let type, _, _, _): types = [type]
    case .same(let left, let right, _, _): types = [left, right]
    case .coalesce(let alternative, let wrapped, let to): types = [alternative.type, wrapped, to]
    case .closure(let closure, _): types = closure.parameters.map(\.type) + [closure.context.result]
    case .keyPath(let site, let expression): types = [site.root, site.value, expression.type]
    case .allows(let site, _, _): types = [site.root, site.value]
    }
    var found: Set<TypeVariable> = []
    for type in types {
      _ = type.resolved.mapped { part in
        if case .variable(let variable) = part { found.insert(variable) }
        return nil
      }
    }
    return found
  }
}
