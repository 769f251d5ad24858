import Foundation

/// What the names of a formula are taken to mean, and what its terms are then.
struct Meaning {
  /// The functions, by their names.
  var functions: [String: Definition] = [:]
  /// The numbers, by their names.
  var constants: [String: Double] = [:]
  /// Whether a formula that does not hold under it is contradicted.
  var contradicts = true
  /// The names that are variables whatever else has that name.
  var bound: Set<String> = []
  /// The names that stand somewhere without brackets after them.
  var variables: Set<String> = []

  /// The arrays of numbers, by their names.
  var arrays: [String: [Double]] = [:]
  /// The matrices, by their names.
  var matrices: [String: [[Double]]] = [:]
  /// The means of arrays, by their names with a bar.
  var means: [String: Double] = [:]
  /// The names to which the cells or the paragraph give numbers, whether or not they have them here.
  var numbered: Set<String> = []
  /// What sums and products may still cost.
  var budget: SeriesBudget

  /// Why nothing is known of some functions of cells, by their names.
  var unsupported: [String: String] = [:]
  /// What `\log` is, by its name in C.
  var logarithm = "log"
  /// The numbers that variables have once all is derived, where it is compared at these alone.
  var numbersOfVariables: [String: Double] = [:]
  var isAtNumbers: Bool { !numbersOfVariables.isEmpty }
  /// The functions of cells before the section that it has not spoken of yet.
  var elsewhere: Set<String> = []
  /// Whether it says in other words what its sentence said before.
  var isRestated = false
  /// Where what is said holds.
  var conditions: [Term.Condition] = []
  /// Whether what is compared is said to hold, not asked for.
  var isAsserted = false
  /// Whether its sentence may say where it holds: "the curves meet where".
  var isSought = false
  /// Whether the arguments of sines, cosines and tangents are in degrees.
  var measuresDegrees = false

  init(budget: SeriesBudget) {
    self.budget = budget
  }

  /// Why a term has no expression.
  struct Failure: Error, Hashable {
    var reason: String
    /// The numerator of a quotient that has no limit.
    var numerator: Algebraic?

    init(_ reason: String, numerator: Algebraic? = nil) {
      self.reason = reason
      self.numerator = numerator
    }
  }

  /// The constants of mathematics that have a letter.
  static let constants = ["e": M_E, "pi": Double.pi]

  /// The largest expression that is worked with.
  static let largest = 300

  private static let mostFactors = 16
  /// The functions whose arguments are angles.
  static let ofAngles: Set<String> = ["sin", "cos", "tan"]

  /// The function of a name that is not bound.
  func function(_ name: String) -> Definition? { bound.contains(name) ? nil : functions[name] }

  /// Whether it differs from another in that names of it have numbers.
  func onlyAddsNumbers(to other: Meaning) -> Bool {
    other.constants.allSatisfy { constants[$0.key] == $0.value } && functions == other.functions
      && logarithm == other.logarithm
  }

  /// The expression of a term. Names of functions that stand without arguments remain as variables; see `expanded`.
  func expression(_ term: Term) throws(Failure) -> Algebraic {
    let found = try plainExpression(term)
    guard found.isFinite else { throw Failure("it divides by 0") }
    guard found.size <= Self.largest else { throw Failure("it is too long") }
    return found
  }

  private func plainExpression(_ term: Term) throws(Failure) -> Algebraic {
    switch term {
    case .number(let value, _): return .number(value)
    case .name(let name): return try value(of: name)
    case .sum(let parts): return try expressions(parts).reduce(.number(0), +)
    case .negative(let part): return -(try expression(part))
    case .product(let parts):
      guard parts.count <= Self.mostFactors else { throw Failure("it has too many factors") }
      return try expressions(parts).reduce(.number(1), *)
    case .quotient(let above, let below):
      let (numerator, denominator) = (try expression(above), try expression(below))
      guard denominator.number != 0 else { throw Failure("it divides by 0") }
      return numerator / denominator
    case .power(let base, let exponent):
      if base == .name("e"), isEuler { return .function("exp", [try expression(exponent)]) }
      return try expression(base).power(expression(exponent))
    // In n(n - 1)! the brackets belong to the sign.
    case .function("factorial", let arguments):
      if case .applied(let name, let inner, nil)? = arguments.first, inner.count == 1, function(name) == nil {
        return try expression(.product([.name(name), .function("factorial", inner)]))
      }
      return .function("factorial", try expressions(arguments))
    case .function(TermMatrix.determinant, _), .function(TermMatrix.trace, _):
      guard let matrix = term.matrix(.init(vectors: arrays, matrices: matrices)), matrix.isNumber,
        matrix.entries[0] != term
      else { throw Failure("no cell gives the matrix") }
      return try expression(matrix.entries[0])
    case .function("binomial", let arguments): return try binomial(expressions(arguments))
    case .function(let name, let arguments) where measuresDegrees && Self.ofAngles.contains(name):
      return .function(name, try expressions(arguments).map { $0 * .number(.pi / 180) })
    case .function(let name, let arguments):
      return .function(name == Term.anyLogarithm ? logarithm : name, try expressions(arguments))
    case .applied(let name, let arguments, let exponent):
      return try applied(name, arguments, exponent)
    case .raised(let name, let exponent, let factor):
      guard function(name) == nil || isProduct(name, factor) else {
        throw Failure("whether the exponent of '\(name)' belongs to its value is not clear")
      }
      return try value(of: name).power(expression(exponent)) * expression(factor)
    case .derivative(let name, let order, let arguments, let exponent):
      return try raised(derivative(name, order, arguments), exponent)
    case .differential(let operand, let names, let isPartial):
      return try differential(operand, by: names, isPartial: isPartial)
    case .limit(let operand, let name, let target, let side):
      return try limit(operand, name, target, side: side)
    case .primed(let operand, let order): return try primed(operand, order)
    case .combination(let operand, let order, let argument):
      return try combination(operand, order, of: argument)
    case .composition(let name, let inner): return try composition(name, inner)
    case .pieces(let pieces): return try branches(pieces)
    case .series(let operand, let name, let from, let to, let isProduct):
      return try series(operand, name, from: from, to: to, isProduct: isProduct)
    case .integral(let operand, let name, let from, let to):
      return try integral(operand, over: name, from: from, to: to)
    case .antiderivative: throw Failure("an integral without bounds is read beside one name only")
    case .component(let name, let index, let arguments): return try component(name, index, arguments)
    case .norm(let vector, let norm): return try self.norm(vector, norm)
    case .dot(let left, let right, let orProduct): return try dot(left, right, orProduct: orProduct)
    case .matrix, .transposed: throw Failure("what stands beside a matrix is not known")
    case .gradient(let name, let arguments) where function(name)?.parameters.count == 1:
      return try derivative(name, 1, arguments)
    case .vector, .gradient: throw Failure("a vector is read only as a side, or between bars")
    case .at(let term, let name, let place):
      let place = try expression(place)
      return try expanded(expression(term), except: [name]).substituting([name: place])
    case .plusMinus: throw Failure("± is read only in solutions")
    case .last: throw Failure("over what its sum or product runs is not known")
    }
  }

  private func expressions(_ terms: [Term]) throws(Failure) -> [Algebraic] {
    var found: [Algebraic] = []
    for term in terms { found.append(try expression(term)) }
    return found
  }

  private func raised(_ base: Algebraic, _ exponent: Term?) throws(Failure) -> Algebraic {
    guard let exponent else { return base }
    return try base.power(expression(exponent))
  }

  private var isEuler: Bool { !bound.contains("e") && functions["e"] == nil && constants["e"] == nil }

  private func value(of name: String) throws(Failure) -> Algebraic {
    if function(name) == nil, constants[name] == nil, let index = partial(name) {
      return try component(index.function, index.parameter, nil)
    }
    if bound.contains(name) || functions[name] != nil { return .variable(name) }
    if let constant = constants[name] ?? means[name] { return .number(constant) }
    return Self.constants[name].map { .number($0) } ?? .variable(name)
  }

  /// Whether brackets behind a name hold a factor, because the name stands in them too.
  private func isProduct(_ name: String, _ factor: Term) -> Bool {
    factor.isFactor(besides: name) && function(name)?.parameters.contains(name) != true
  }

  private func applied(
    _ name: String, _ arguments: [Term], _ exponent: Term?
  ) throws(Failure) -> Algebraic {
    if arguments.count == 1, isProduct(name, arguments[0]) {
      return try value(of: name) * raised(expression(arguments[0]), exponent)
    }
    if function(name) == nil, let index = partial(name) {
      return try raised(component(index.function, index.parameter, arguments), exponent)
    }
    let values = try expressions(arguments)
    if let reason = unsupported[name] { throw Failure(reason) }
    if let function = function(name) {
      if variables.contains(name), !arguments.allSatisfy(\.isNameOrNumber) {
        throw Failure("whether '\(name)(…)' is a value or a product is not clear")
      }
      guard function.parameters.count == values.count else {
        throw Failure("'\(name)' takes another number of arguments")
      }
      return try raised(function.value(values), exponent)
    }
    guard bound.contains(name) || variables.contains(name) || constants[name] != nil, values.count == 1 else {
      throw Failure("no cell before or after it defines '\(name)'")
    }
    return try value(of: name) * raised(values[0], exponent)
  }

  // MARK: Derivatives

  private func derivative(_ name: String, _ order: Int, _ arguments: [Term]?) throws(Failure) -> Algebraic {
    let function = try defined(name)
    guard function.parameters.count == 1, arguments?.count ?? 1 == 1 else {
      throw Failure("'\(name)' has more than one variable")
    }
    let parameter = function.parameters[0]
    var found = function.expression
    for _ in 0..<order { found = try Self.derivative(of: found, by: parameter) }
    guard let argument = arguments?.first else { return found }
    return found.substituting([parameter: try expression(argument)])
  }

  static func derivative(of expression: Algebraic, by name: String) throws(Failure) -> Algebraic {
    guard let found = expression.derivative(by: name) else { throw Failure("a function in it has no rule") }
    guard found.size <= largest else { throw Failure("its derivative is too long") }
    return found
  }

  private func differential(
    _ operand: Term, by names: [String], isPartial: Bool
  ) throws(Failure) -> Algebraic {
    if let atPlace = try derivative(operand, atPlaceBy: names) { return atPlace }
    if names.count == 1, let found = try derivative(ofIntegral: operand, by: names[0]) { return found }
    var found = try expression(operand)
    if case .name(let name) = operand { found = try defined(name).expression }
    // What is held fixed must not be written out in the variables of others.
    found = try expanded(found, except: Set(names)) { isPartial && $0.variables.isSuperset(of: names) }
    guard found.variables.isSuperset(of: names) || operandIsWritten(operand) else {
      throw Failure(
        "what is derived does not depend on '\(names.first { !found.variables.contains($0) } ?? "")'")
    }
    for name in names { found = try Self.derivative(of: found, by: name) }
    return found
  }

  /// The derivative of a value such as `f(2)`, which is meant at that place; nil for other terms.
  private func derivative(_ operand: Term, atPlaceBy names: [String]) throws(Failure) -> Algebraic? {
    guard case .applied(let name, let arguments, nil) = operand, let function = function(name),
      !arguments.isEmpty, arguments.allSatisfy({ $0.literal != nil }),
      arguments.count == function.parameters.count, names.allSatisfy(function.parameters.contains)
    else { return nil }
    var found = function.expression
    for name in names { found = try Self.derivative(of: found, by: name) }
    return found.substituting(
      Dictionary(zip(function.parameters, try expressions(arguments))) { first, _ in first })
  }

  /// A term in brackets, derived by the only variable in it.
  func primed(_ term: Term, _ order: Int) throws(Failure) -> Algebraic {
    // (k)' is 0 where k is a constant.
    if case .name(let name) = term, Self.letters.contains(name), function(name) == nil {
      throw Failure("whether '\(name)' is a constant is not clear")
    }
    var found = try expanded(expression(term))
    let names = found.variables
    if names.isEmpty { return .number(0) }
    guard let name = Self.usualVariable(of: names) else {
      throw Failure("by which of its names is derived is not clear")
    }
    for _ in 0..<order { found = try Self.derivative(of: found, by: name) }
    return found
  }

  /// The variable among some names: the only one, or `x` or `t` where the others are letters for constants.
  private static func usualVariable(of names: Set<String>) -> String? {
    if names.count == 1 { return names.first }
    return ["x", "t"].first { name in names.contains(name) && names.subtracting([name]).isSubset(of: letters)
    }
  }

  /// The letters that usually stand for constants.
  private static let letters: Set<String> = [
    "a", "b", "c", "k", "m", "n", "p", "q", "r", "A", "B", "C", "alpha", "beta", "lambda", "omega", "phi",
  ]

  private func operandIsWritten(_ operand: Term) -> Bool {
    if case .name = operand { return false }
    return true
  }

  func defined(_ name: String) throws(Failure) -> Definition {
    guard let function = function(name) else { throw Failure("no cell before or after it defines '\(name)'") }
    return function
  }

  // MARK: Functions of functions

  /// The expression with the names of functions replaced by what they are in their own parameters, those too, and so
  /// on: y in terms of x, where y is a function of u and u one of x.
  ///
  /// - Parameter isEnough: Ends it before all are replaced.
  func expanded(
    _ expression: Algebraic, except names: Set<String> = [],
    until isEnough: (Algebraic) -> Bool = { _ in false }
  ) throws(Failure) -> Algebraic {
    var found = expression
    for _ in 0..<8 {
      if isEnough(found) { return found }
      let next = try step(found, except: names)
      if next == found { return found }
      found = next
    }
    throw Failure("its functions depend on each other in a circle")
  }

  private func step(_ expression: Algebraic, except names: Set<String>) throws(Failure) -> Algebraic {
    let replaced = expression.variables.subtracting(names).filter { function($0) != nil }
    guard !replaced.isEmpty else { return expression }
    var bodies: [String: Algebraic] = [:]
    for name in replaced {
      // A parameter named like its function stands for itself.
      if let function = function(name), !function.parameters.contains(name) {
        bodies[name] = function.expression
      }
    }
    let found = expression.substituting(bodies)
    guard found.size <= Self.largest else { throw Failure("it is too long with all functions written out") }
    return found
  }
}
