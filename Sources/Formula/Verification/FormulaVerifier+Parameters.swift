/// Functions of cells whose parameters formulas call otherwise.
extension FormulaVerifier {
  /// Takes up what a verified chain that begins with `R(w, λ)` calls the parameters of a function of a cell.
  mutating func respell(_ chain: Statement.Chain, _ cellsBefore: Int) {
    guard chain.relations.first == .equal, let head = chain.sides.first?.term.flatMap(Head.init),
      let names = head.parameters, chain.sides[1].term?.names.isSuperset(of: names) == true
    else { return }
    for definition in definitions(of: head.name, cellsBefore) {
      guard case .cell = definition.origin, definition.parameters.count == names.count,
        definition.parameters != names
      else { continue }
      var other = definition
      other.parameters = names
      if case .expression = definition.body {
        other.body = .expression(definition.value(names.map(Algebraic.variable)))
      }
      if !respelled.contains(where: { $0.definition == other }) { respelled.append((other, level)) }
    }
  }
}
