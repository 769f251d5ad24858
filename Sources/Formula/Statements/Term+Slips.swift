/// What a term is with one slip of the pen.
extension Term {
  private static let mostSlips = 120

  /// The term with another sign, factor, number or exponent in one place.
  ///
  /// - Parameter names: Those of factors that may have been forgotten.
  func slips(factors names: [String]) -> [Term] {
    var found: [Term] = [
      .negative(self), .product([.number(2, unit: 1), self]), .quotient(self, .number(2, unit: 1)),
    ]
    found += names.map { .product([.name($0), self]) }
    return found + slipsWithin
  }

  /// The term with another sign, factor, number or exponent in one place within it.
  var slipsWithin: [Term] { withOneChange(\.alternatives) }

  /// The term with a sine in the place of one of its cosines, or the other way round.
  var withOneFunctionExchanged: [Term] {
    withOneChange { part in
      switch part {
      case .function("sin", let arguments): [.function("cos", arguments)]
      case .function("cos", let arguments): [.function("sin", arguments)]
      default: []
      }
    }
  }

  /// The term with another name in the place of one of its names.
  func withOneNameExchanged(_ others: (String) -> [String]) -> [Term] {
    withOneChange { part in
      guard case .name(let name) = part else { return [] }
      return others(name).map(Term.name)
    }
  }

  /// The term with one of its parts as a function says that it may be.
  private func withOneChange(_ alternatives: (Term) -> [Term]) -> [Term] {
    var found: [Term] = []
    var count = 0
    visit { _ in count += 1 }
    for place in 0..<count where found.count < Self.mostSlips {
      var alternative = 0
      while found.count < Self.mostSlips {
        var index = -1
        var isChanged = false
        let other = replacing { part in
          index += 1
          guard index == place else { return nil }
          let alternatives = alternatives(part)
          guard alternative < alternatives.count else { return part }
          isChanged = true
          return alternatives[alternative]
        }
        guard isChanged else { break }
        found.append(other)
        alternative += 1
      }
    }
    return found
  }

  /// What may have been meant where it stands.
  private var alternatives: [Term] {
    switch self {
    case .sum(let parts):
      return parts.indices.map { index in
        var parts = parts
        if case .negative(let part) = parts[index] {
          parts[index] = part
        } else {
          parts[index] = .negative(parts[index])
        }
        return .sum(parts)
      }
    case .product(let parts):
      let shorter = parts.indices.map { index in
        var parts = parts
        parts.remove(at: index)
        return parts.count == 1 ? parts[0] : Term.product(parts)
      }
      // The 2 of a double product is often forgotten.
      return parts.contains { $0.literal != nil }
        ? shorter : shorter + [.product([.number(2, unit: 1)] + parts)]
    case .power(let base, .number(let exponent, let unit)):
      let exponents = Set([2, 3, exponent + 1, exponent - 1]).subtracting([exponent, 1]).sorted()
      return [base] + exponents.map { .power(base, .number($0, unit: unit)) }
    case .number(let value, let unit):
      return [.number(value + 1, unit: unit), .number(value - 1, unit: unit)]
    case .name: return [.power(self, .number(2, unit: 1))]
    case .quotient(let above, let below): return [.product([above, below])]
    default: return []
    }
  }
}
