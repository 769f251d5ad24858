/// What kinds of things are in a term.
extension Term {
  /// Whether `\log` is in it.
  var hasAnyLogarithm: Bool {
    contains { if case .function(Term.anyLogarithm, _) = $0 { true } else { false } }
  }

  /// Whether it has other values on both sides of some place, as `\max(0, x)` has.
  var hasLargestOrSmallest: Bool {
    contains {
      switch $0 {
      case .function("fmax", _), .function("fmin", _): true
      default: false
      }
    }
  }

  /// Whether a number in it is written like 1.500, which is a thousand and a half to some.
  var mayHaveThousands: Bool { contains { $0.readWithThousands != nil } }

  /// With every such number a thousand times as large.
  var withThousands: Term { replacing(\.readWithThousands) }

  private var readWithThousands: Term? {
    guard case .number(let value, let unit) = self, unit > 0.0009, unit < 0.0011, value >= 1, value < 1000
    else { return nil }
    return .number((value * 1000).rounded(), unit: 1)
  }

  /// Whether a limit is in it that is found by values.
  var hasNumericLimit: Bool {
    contains(where: \.isNumericLimit)
  }

  private var isNumericLimit: Bool {
    guard case .limit(_, _, let target, let side) = self else { return false }
    return target.isEndOfLine || side != nil
  }

  /// Whether it is ∞ or −∞.
  var isEndOfLine: Bool {
    self == .number(.infinity, unit: 1) || self == .negative(.number(.infinity, unit: 1))
  }

  /// Whether it asks for a derivative, or for a limit that is not found by values.
  var hasDerivativeOrPlainLimit: Bool {
    replacing { $0.isNumericLimit ? .number(0, unit: 1) : nil }.hasCalculus
  }

  /// Whether it asks for a derivative or a limit.
  var hasCalculus: Bool {
    contains { term in
      switch term {
      case .derivative, .differential, .limit, .primed, .component: true
      case .combination(_, let order, _): order > 0
      default: false
      }
    }
  }

  /// Whether it is a value of a function, or a derivative.
  var isOfFunction: Bool {
    switch self {
    case .applied, .derivative, .differential: true
    default: false
    }
  }

  /// Whether a name stands in it that has no brackets after it.
  var hasOpenName: Bool {
    contains { term in
      switch term {
      case .name, .raised, .derivative(_, _, nil, _), .gradient(_, nil), .component(_, _, nil): true
      default: false
      }
    }
  }

  /// Whether a sum or product in it runs to a bound that has a name.
  var hasNamedBound: Bool {
    contains { term in
      if case .series(_, _, let from, let to, _) = term { from.hasOpenName || to.hasOpenName } else { false }
    }
  }

  /// The names in the bounds of its sums and products, those with which they begin first.
  var boundNames: [String] {
    var (lower, upper): (Set<String>, Set<String>) = ([], [])
    visit { part in
      guard case .series(_, _, let from, let to, _) = part else { return }
      lower.formUnion(from.names)
      upper.formUnion(to.names)
    }
    return lower.sorted() + upper.subtracting(lower).sorted()
  }

  /// Whether only values are known of something in it: an integral, or a sum without end.
  var isKnownByValues: Bool {
    contains { term in
      switch term {
      case .integral, .series(_, _, _, .number(.infinity, _), _): true
      default: false
      }
    }
  }

  /// Whether an inner product or a norm is in it that does not consist of numbers.
  var speaksOfVectors: Bool {
    contains { term in
      switch term {
      case .dot, .norm: !term.names.isEmpty
      default: false
      }
    }
  }

  /// Whether a sum is in it that runs over what has an index.
  var speaksOfElements: Bool {
    contains { term in
      guard case .series(let operand, let name, _, _, _) = term else { return false }
      return operand.names.contains { SubscriptedName($0)?.index == name }
    }
  }

  /// The names over which integrals in it run; none where there are no integrals.
  var integrated: Set<String> {
    var found: Set<String> = []
    visit { if case .integral(_, let name, _, _) = $0 { found.insert(name) } }
    return found
  }

  /// Whether a power of a name is written in it.
  func hasPower(of name: String) -> Bool {
    contains { if case .power(.name(name), _) = $0 { true } else { false } }
  }

  /// Whether an integral is in it that is found by values: not one of which the derivative by a name in its bounds is taken.
  var hasNumericIntegral: Bool {
    guard !integrated.isEmpty else { return false }
    let rest = replacing { part in
      guard case .differential(.integral(_, _, let from, let to), let by, _) = part, by.count == 1,
        from.names.union(to.names).contains(by[0])
      else { return nil }
      return .number(0, unit: 1)
    }
    return !rest.integrated.isEmpty
  }
}
