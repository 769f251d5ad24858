/// What a formula says, read as mathematics.
///
/// A term keeps what only its surroundings decide: whether `f(x)` is a value of a function or a product, and what a
/// name stands for.
indirect enum Term: Hashable, Sendable {
  /// A decimal number, and the unit of the last digit that is shown: 0.01 for 1.25.
  case number(Double, unit: Double)
  /// A letter or word, with its subscript: `x`, `alpha`, `x_1`.
  case name(String)
  case sum([Term])
  case negative(Term)
  case product([Term])
  case quotient(Term, Term)
  case power(Term, Term)
  /// A function by its name in C.
  case function(String, [Term])
  /// `f(x)`, `f(x)^2`: the value of a function, or a product of a name and what stands in brackets.
  case applied(String, [Term], exponent: Term?)
  /// `x^2(3x - 1)`: a product, unless the name is that of a function.
  case raised(String, Term, times: Term)
  /// `f'(x)`, `f''`, `f'(x)^2`; without arguments at the function's own parameter.
  case derivative(String, order: Int, [Term]?, exponent: Term?)
  /// `dy/dx`, `d/dx (…)`, `∂²f/∂x∂y`: by each name in turn; with `∂`, what depends on others is held fixed.
  case differential(Term, by: [String], isPartial: Bool)
  /// The limit of a term as a name approaches a value, which is infinite at the ends of the line; from one side only
  /// with a sign.
  case limit(Term, String, to: Term, side: Double?)
  /// `(x^2)''`: derived so many times by the only variable in it.
  case primed(Term, order: Int)
  /// `(f + g)(x)`, `(fg)'(x)`: the value of a combination of functions, or of its derivative of an order; a product where
  /// no functions stand in the first brackets.
  case combination(Term, order: Int, of: Term)
  /// `f ∘ g`: the function that a function becomes of another one.
  case composition(String, Term)
  /// The term of the first piece whose conditions hold.
  case pieces([Piece])
  /// `∑` or `∏` over the whole numbers from one to another, or to `last`.
  case series(Term, String, from: Term, to: Term, isProduct: Bool)
  /// How many elements the arrays of a sum have that says no more than its index: `∑_i`.
  case last
  /// `∫_a^b … dx`: a term integrated over a name, between two bounds.
  case integral(Term, over: String, from: Term, to: Term)
  /// `∫ … dx`: what has a term as its derivative by a name.
  case antiderivative(Term, over: String)
  case vector([Term])
  /// A matrix of several rows and columns, row by row.
  case matrix([[Term]])
  /// `A^⊤`.
  case transposed(Term)
  /// `∇f`, `∇f(1, 2)`; without arguments at the function's own parameters.
  case gradient(String, [Term]?)
  /// The derivative by the parameter at an index: a component of the gradient.
  case component(String, Int, [Term]?)
  /// `w ⋅ x`, `w^⊤ x`: the inner product of two vectors; with `orProduct`, a product where they are numbers.
  case dot(Term, Term, orProduct: Bool)
  /// `‖v‖`, `‖v‖_1`: the norm of a vector of an order.
  case norm(Term, Norm)
  /// A term where a name has a value: `\left. y \right|_{x = 2}`.
  case at(Term, String, Term)
  /// Either sign.
  case plusMinus(Term)

  /// Which norm of a vector is meant.
  enum Norm: Hashable, Sendable {
    /// The sum of the absolute values.
    case sum
    case euclidean
    /// The largest absolute value.
    case largest
  }

  /// A piece of a definition by cases.
  struct Piece: Hashable, Sendable {
    var term: Term
    /// None where it is that of all other places.
    var conditions: [Condition]
  }

  /// Two terms in an order, or equal or not.
  struct Condition: Hashable, Sendable {
    enum Relation: Hashable, Sendable {
      case less, lessOrEqual, equal, unequal

      /// Whether it holds between two numbers.
      func holds(_ left: Double, _ right: Double) -> Bool {
        switch self {
        case .less: left < right
        case .lessOrEqual: left <= right
        case .equal: left == right
        case .unequal: left != right
        }
      }
    }

    var left: Term
    var relation: Relation
    var right: Term
  }

  /// The function `\log`, which is the natural logarithm to some and that of base 10 to others.
  static let anyLogarithm = "log or log10"

  /// Names in it that may be those of functions, in the order of the text.
  var functionNames: [String] {
    var names: [String] = []
    visit { term in
      switch term {
      case .name(let name), .applied(let name, _, _), .raised(let name, _, _), .derivative(let name, _, _, _),
        .gradient(let name, _), .component(let name, _, _), .composition(let name, _):
        names.append(name)
      default: break
      }
    }
    return names
  }

  /// All names in it, those of functions and of variables.
  var names: Set<String> {
    var names: Set<String> = []
    visit { term in
      switch term {
      case .name(let name), .applied(let name, _, _), .raised(let name, _, _), .derivative(let name, _, _, _),
        .gradient(let name, _), .component(let name, _, _), .composition(let name, _):
        names.insert(name)
      case .differential(_, let by, _): names.formUnion(by)
      case .limit(_, let name, _, _), .at(_, let name, _), .series(_, let name, _, _, _): names.insert(name)
      default: break
      }
    }
    return names
  }

  /// Calls a function with every term, the outer ones first.
  func visit(_ body: (Term) -> Void) {
    for term in all { body(term) }
  }

  /// Whether something holds of it or of a term in it.
  func contains(where predicate: (Term) -> Bool) -> Bool { all.contains(where: predicate) }

  /// Every term in it, the outer ones first.
  private var all: [Term] {
    var all: [Term] = []
    list(in: &all)
    return all
  }

  private func list(in all: inout [Term]) {
    all.append(self)
    switch self {
    case .number, .name, .last, .gradient(_, nil), .component(_, _, nil): break
    case .sum(let parts), .product(let parts), .function(_, let parts), .vector(let parts),
      .gradient(_, let parts?), .component(_, _, let parts?):
      for part in parts { part.list(in: &all) }
    case .matrix(let rows):
      for part in rows.joined() { part.list(in: &all) }
    case .negative(let part), .transposed(let part), .plusMinus(let part), .differential(let part, _, _),
      .primed(let part, _),
      .norm(let part, _), .composition(_, let part), .antiderivative(let part, _):
      part.list(in: &all)
    case .series(let part, _, let from, let to, _), .integral(let part, _, let from, let to):
      part.list(in: &all)
      from.list(in: &all)
      to.list(in: &all)
    case .pieces(let pieces):
      for piece in pieces {
        piece.term.list(in: &all)
        for condition in piece.conditions {
          condition.left.list(in: &all)
          condition.right.list(in: &all)
        }
      }
    case .quotient(let first, let second), .power(let first, let second), .limit(let first, _, let second, _),
      .at(let first, _, let second), .raised(_, let first, let second), .dot(let first, let second, _),
      .combination(let first, _, let second):
      first.list(in: &all)
      second.list(in: &all)
    case .applied(_, let arguments, let exponent):
      for argument in arguments { argument.list(in: &all) }
      exponent?.list(in: &all)
    case .derivative(_, _, let arguments, let exponent):
      for argument in arguments ?? [] { argument.list(in: &all) }
      exponent?.list(in: &all)
    }
  }

  /// Whether a name stands within it without brackets after it, and is not all of it: what such a name stands before in
  /// brackets is a factor, as in `p(1 - p)`.
  func isFactor(besides name: String) -> Bool {
    guard self != .name(name) else { return false }
    return contains { part in
      switch part {
      case .name(name), .raised(name, _, _): true
      default: false
      }
    }
  }

  var isNameOrNumber: Bool {
    if case .name = self { return true }
    return literal != nil
  }

  /// Whether it is whole numbers with signs, sums, products and powers of them, which are exact below 2^53.
  var isWholeArithmetic: Bool {
    switch self {
    case .number(let value, _): value == value.rounded()
    case .sum(let parts), .product(let parts): parts.allSatisfy(\.isWholeArithmetic)
    case .negative(let part): part.isWholeArithmetic
    case .power(let base, let exponent): base.isWholeArithmetic && exponent.isWholeArithmetic
    default: false
    }
  }

  /// A number that is written as one, its sign and a power of ten included.
  var literal: (value: Double, unit: Double)? {
    switch self {
    case .product(let parts) where parts.count == 2:
      guard let (value, unit) = parts[0].literal, case .power(.number(10, _), let exponent) = parts[1],
        let power = exponent.literal?.value, power == power.rounded(), abs(power) < 300
      else { return nil }
      return (value * raise(10, to: power), unit * raise(10, to: power))
    // A power of ten alone is an order of magnitude.
    case .power(.number(10, _), let exponent):
      guard let power = exponent.literal?.value, power == power.rounded(), abs(power) < 300 else {
        return nil
      }
      return (raise(10, to: power), raise(10, to: power))
    case .number(let value, let unit): return (value, unit)
    case .negative(let part): return part.literal.map { (-$0.value, $0.unit) }
    default: return nil
    }
  }

  /// The term with + or − for each ±; itself where it has none.
  var signs: [Term] {
    hasEitherSign ? [withSign(positive: true), withSign(positive: false)] : [self]
  }

  var hasEitherSign: Bool { contains { if case .plusMinus = $0 { true } else { false } } }

  private func withSign(positive: Bool) -> Term {
    func sign(_ term: Term) -> Term { term.withSign(positive: positive) }
    switch self {
    case .plusMinus(let part): return positive ? sign(part) : .negative(sign(part))
    case .sum(let parts): return .sum(parts.map(sign))
    case .product(let parts): return .product(parts.map(sign))
    case .negative(let part): return .negative(sign(part))
    case .quotient(let first, let second): return .quotient(sign(first), sign(second))
    default: return self
    }
  }
}
