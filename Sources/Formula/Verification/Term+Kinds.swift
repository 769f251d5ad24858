/// What kinds of things are in a term.
extension Term {
  /// Whether `\log` is in it.
  var hasAnyLogarithm: Bool {
    var found = false
    visit { if case .function(Term.anyLogarithm, _) = $0 { found = true } }
    return found
  }

  /// Whether a number in it is written like 1.500, which is a thousand and a half to some.
  var mayHaveThousands: Bool {
    var found = false
    visit { if $0.readWithThousands != nil { found = true } }
    return found
  }

  /// With every such number a thousand times as large.
  var withThousands: Term { replacing(\.readWithThousands) }

  private var readWithThousands: Term? {
    guard case .number(let value, let unit) = self, unit > 0.0009, unit < 0.0011, value >= 1, value < 1000
    else { return nil }
    return .number((value * 1000).rounded(), unit: 1)
  }

  /// Whether a limit is in it that is found by values.
  var hasNumericLimit: Bool {
    var found = false
    visit { term in
      guard case .limit(_, _, let target, let side) = term else { return }
      let isEnd = target == .number(.infinity, unit: 1) || target == .negative(.number(.infinity, unit: 1))
      found = found || isEnd || side != nil
    }
    return found
  }

  /// Whether it asks for a derivative or a limit.
  var hasCalculus: Bool {
    var found = false
    visit { term in
      switch term {
      case .derivative, .differential, .limit, .primed, .component: found = true
      case .combination(_, let order, _): found = found || order > 0
      default: break
      }
    }
    return found
  }

  /// Whether a name stands in it that has no brackets after it.
  var hasOpenName: Bool {
    var found = false
    visit { term in
      switch term {
      case .name, .raised, .derivative(_, _, nil, _), .gradient(_, nil), .component(_, _, nil): found = true
      default: break
      }
    }
    return found
  }

  /// Whether a sum or product in it runs to a bound that has a name.
  var hasNamedBound: Bool {
    var found = false
    visit { term in
      if case .series(_, _, let from, let to, _) = term {
        found = found || from.hasOpenName || to.hasOpenName
      }
    }
    return found
  }

  /// Whether only values are known of something in it: an integral, or a sum without end.
  var isKnownByValues: Bool {
    var found = false
    visit { term in
      switch term {
      case .integral, .series(_, _, _, .number(.infinity, _), _): found = true
      default: break
      }
    }
    return found
  }

  /// Whether an inner product or a norm is in it that does not consist of numbers.
  var speaksOfVectors: Bool {
    var found = false
    visit { term in
      switch term {
      case .dot, .norm: found = found || !term.names.isEmpty
      default: break
      }
    }
    return found
  }

  /// Whether a sum is in it that runs over what has an index.
  var speaksOfElements: Bool {
    var found = false
    visit { term in
      guard case .series(let operand, let name, _, _, _) = term else { return }
      found = found || operand.names.contains { SubscriptedName($0)?.index == name }
    }
    return found
  }

  /// The names over which integrals in it run; none where there are no integrals.
  var integrated: Set<String> {
    var found: Set<String> = []
    visit { if case .integral(_, let name, _, _) = $0 { found.insert(name) } }
    return found
  }
}
