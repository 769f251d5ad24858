extension Term {
  /// The term with others in the place of some of its parts.
  ///
  /// - Parameter replacement: What stands for a part, whose own parts are then left alone; nil where it stays.
  func replacing(_ replacement: (Term) -> Term?) -> Term {
    if let found = replacement(self) { return found }
    func inner(_ term: Term) -> Term { term.replacing(replacement) }
    func inner(_ terms: [Term]) -> [Term] { terms.map { $0.replacing(replacement) } }
    switch self {
    case .number, .name, .last: return self
    case .sum(let parts): return .sum(inner(parts))
    case .product(let parts): return .product(inner(parts))
    case .function(let name, let parts): return .function(name, inner(parts))
    case .vector(let parts): return .vector(inner(parts))
    case .matrix(let rows): return .matrix(rows.map(inner))
    case .transposed(let part): return .transposed(inner(part))
    case .negative(let part): return .negative(inner(part))
    case .plusMinus(let part): return .plusMinus(inner(part))
    case .norm(let part, let norm): return .norm(inner(part), norm)
    case .antiderivative(let part, let name): return .antiderivative(inner(part), over: name)
    case .dot(let left, let right, let orProduct):
      return .dot(inner(left), inner(right), orProduct: orProduct)
    case .primed(let part, let order): return .primed(inner(part), order: order)
    case .combination(let part, let order, let argument):
      return .combination(inner(part), order: order, of: inner(argument))
    case .composition(let name, let part): return .composition(name, inner(part))
    case .quotient(let above, let below): return .quotient(inner(above), inner(below))
    case .power(let base, let exponent): return .power(inner(base), inner(exponent))
    case .raised(let name, let exponent, let factor):
      return .raised(name, inner(exponent), times: inner(factor))
    case .applied(let name, let arguments, let exponent):
      return .applied(name, inner(arguments), exponent: exponent.map(inner))
    case .derivative(let name, let order, let arguments, let exponent):
      return .derivative(name, order: order, arguments.map(inner), exponent: exponent.map(inner))
    case .differential(let part, let names, let isPartial):
      return .differential(inner(part), by: names, isPartial: isPartial)
    case .limit(let part, let name, let target, let side):
      return .limit(inner(part), name, to: inner(target), side: side)
    case .at(let part, let name, let place): return .at(inner(part), name, inner(place))
    case .gradient(let name, let arguments): return .gradient(name, arguments.map(inner))
    case .component(let name, let index, let arguments):
      return .component(name, index, arguments.map(inner))
    case .series(let part, let name, let from, let to, let isProduct):
      return .series(inner(part), name, from: inner(from), to: inner(to), isProduct: isProduct)
    case .integral(let part, let name, let from, let to):
      return .integral(inner(part), over: name, from: inner(from), to: inner(to))
    case .pieces(let pieces):
      return .pieces(
        pieces.map { piece in
          Piece(
            term: inner(piece.term),
            conditions: piece.conditions.map {
              Condition(left: inner($0.left), relation: $0.relation, right: inner($0.right))
            })
        })
    }
  }

  /// The term where the index of a sum is a number: `x_i` becomes `x_3`, or a number that is known of it.
  ///
  /// - Parameter element: The number that is known of a name with an index.
  func indexed(_ index: String, _ value: Int, element: (String) -> Double?) -> Term {
    func renamed(_ name: String) -> String? {
      guard let parts = SubscriptedName(name), parts.index == index else { return nil }
      return "\(parts.base)_\(value)"
    }
    func known(_ name: String) -> Term? {
      guard let other = renamed(name) else { return nil }
      return SubscriptedName(name).flatMap { element($0.base) }.map { .number($0, unit: 0) } ?? .name(other)
    }
    func inner(_ term: Term) -> Term { term.indexed(index, value, element: element) }
    return replacing { term in
      switch term {
      case .name(index): return .number(Double(value), unit: 1)
      case .name(let name): return known(name)
      // What stands in brackets behind an element is a factor.
      case .applied(let name, let arguments, let exponent) where arguments.count == 1:
        guard let number = known(name), case .number = number else { return nil }
        let factor = inner(arguments[0])
        return .product([number, exponent.map { .power(factor, inner($0)) } ?? factor])
      case .raised(let name, let exponent, let factor):
        guard let number = known(name), case .number = number else { return nil }
        return .product([.power(number, inner(exponent)), inner(factor)])
      // The same letter is another one in a sum within.
      case .series(_, index, _, _, _): return term
      default: return nil
      }
    }
  }
}
