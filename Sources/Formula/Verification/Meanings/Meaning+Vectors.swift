/// Gradients, partial derivatives and norms.
extension Meaning {
  /// The function and the parameter that a name such as `f_x` speaks of; nil where it is another name.
  func partial(_ name: String) -> (function: String, parameter: Int)? {
    guard let parts = SubscriptedName(name), let function = function(parts.base),
      function.parameters.count > 1, let index = function.parameters.firstIndex(of: parts.index)
    else { return nil }
    return (parts.base, index)
  }

  /// The derivative of a function by one of its parameters.
  func component(_ name: String, _ index: Int, _ arguments: [Term]?) throws(Failure) -> Algebraic {
    let function = try defined(name)
    guard index < function.parameters.count,
      (arguments?.count ?? function.parameters.count) == function.parameters.count
    else { throw Failure("'\(name)' takes another number of arguments") }
    let found = try Self.derivative(of: function.expression, by: function.parameters[index])
    guard let arguments else { return found }
    var values: [String: Algebraic] = [:]
    for (parameter, argument) in zip(function.parameters, arguments) {
      values[parameter] = try expression(argument)
    }
    return found.substituting(values)
  }

  /// The norm of a vector; of a number, its absolute value.
  func norm(_ term: Term, _ norm: Term.Norm) throws(Failure) -> Algebraic {
    guard let count = dimension(of: term) else { return .function("abs", [try expression(term)]) }
    guard count <= Self.longestVector, budget.take(count) else { throw Failure("it is too long") }
    var found = Algebraic.number(0)
    for index in 0..<count {
      guard let part = term.component(index, of: arrays) else { throw Failure("it is no vector") }
      let value = try expression(part)
      switch norm {
      case .sum: found = found + .function("abs", [value])
      case .euclidean: found = found + value.power(2)
      case .largest: found = .function("fmax", [found, .function("abs", [value])])
      }
    }
    return norm == .euclidean ? found.power(0.5) : found
  }

  /// The inner product of two vectors of as many components; a product where they may be numbers, and are no vectors.
  func dot(_ left: Term, _ right: Term, orProduct: Bool) throws(Failure) -> Algebraic {
    let (count, other) = (dimension(of: left), dimension(of: right))
    guard let count, count == other else {
      guard orProduct, count == nil, other == nil else {
        throw Failure("no cell gives both vectors of a product as many components")
      }
      return try expression(left) * expression(right)
    }
    guard count <= Self.longestVector, budget.take(count) else { throw Failure("it is too long") }
    var sum = Algebraic.number(0)
    for index in 0..<count {
      guard let first = left.component(index, of: arrays), let second = right.component(index, of: arrays)
      else { throw Failure("it is no vector") }
      sum = sum + (try expression(first)) * (try expression(second))
    }
    return sum
  }

  /// How many components a term has; nil where it is a number.
  private func dimension(of term: Term) -> Int? {
    var found: Int?
    term.visit { part in
      switch part {
      case .vector(let parts): found = found ?? parts.count
      case .gradient(let name, _): found = found ?? function(name)?.parameters.count
      case .name(let name):
        guard !bound.contains(name), functions[name] == nil, constants[name] == nil else { break }
        found = found ?? arrays[name]?.count
      default: break
      }
    }
    return found
  }

  private static let longestVector = 200
}

extension Term {
  /// A component of a vector; nil where the term is none. A name alone stands for its components too.
  ///
  /// - Parameter arrays: The vectors that cells hold.
  func component(_ index: Int, of arrays: [String: [Double]] = [:]) -> Term? {
    func inner(_ term: Term) -> Term? { term.component(index, of: arrays) }
    switch self {
    case .vector(let parts): return parts.indices.contains(index) ? parts[index] : nil
    case .gradient(let name, let arguments): return .component(name, index, arguments)
    case .name(let name):
      guard let array = arrays[name] else { return self }
      return array.indices.contains(index) ? .number(array[index], unit: 0) : nil
    case .negative(let part): return inner(part).map { .negative($0) }
    case .sum(let parts):
      let found = parts.compactMap(inner)
      return found.count == parts.count ? .sum(found) : nil
    case .product(let factors):
      // A number before a vector.
      guard let last = factors.last, last.hasVector || last.isNameOrNumber,
        !factors.dropLast().contains(where: \.hasVector)
      else { return nil }
      return inner(last).map { .product(factors.dropLast() + [$0]) }
    // A vector over its length.
    case .quotient(let above, let below) where !below.hasVector:
      return inner(above).map { .quotient($0, below) }
    // Functions are applied to every component.
    case .applied(let name, let parts, nil) where parts.count == 1 && arrays[name] == nil:
      return inner(parts[0]).map { .applied(name, [$0], exponent: nil) }
    case .function(let name, let parts) where parts.count == 1:
      return inner(parts[0]).map { .function(name, [$0]) }
    default: return nil
    }
  }

  /// Whether a vector is in it that is no part of a norm.
  var hasVector: Bool {
    switch self {
    case .vector, .gradient: true
    case .sum(let parts), .product(let parts): parts.contains(where: \.hasVector)
    case .negative(let part): part.hasVector
    default: false
    }
  }
}
