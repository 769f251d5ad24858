/// The derivative of an expression, step by step, by the rules of a first course.
///
/// Parts that are not elementary get names, from the inside out; then come the rules of the chain, the product, the
/// quotient and the sum. Polynomials and sums of elementary functions are derived in one line.
///
///     let x = Algebraic.variable("x")
///     try Derivation(of: .function("sin", [x * x]), variables: ["x"]).text
///     // y = sin(x^2)
///     // u = x^2
///     // du/dx = 2 x
///     // y = sin(u)
///     // dy/du = cos(u)
///     // dy/dx = dy/du · du/dx = cos(u) · 2 x = 2 x cos(x^2)
public struct Derivation: Hashable, Sendable {
  /// What stands on a side of a line.
  indirect enum Expression: Hashable, Sendable {
    /// An expression in the variables and the names of parts.
    case form(Algebraic)
    /// The derivative of a part by a variable or another part.
    case derivative(of: String, by: String)
    case product([Expression])
    case sum([Expression])
    case difference(Expression, Expression)
    case quotient(Expression, Expression)
  }

  /// A chain of equations: all sides are equal.
  struct Line: Hashable, Sendable {
    var left: Expression
    var right: [Expression]
  }

  /// Why there are no steps.
  public enum Failure: Error, Hashable, Sendable {
    /// A function has no rule; its name in C.
    case noRule(String)
    /// There are more parts than a reader could follow.
    case tooManyParts
  }

  /// The variables by which it is derived; more than one make the derivatives partial.
  let variables: [String]
  let lines: [Line]

  /// Derives an expression.
  ///
  /// - Parameters:
  ///   - form: The expression.
  ///   - variables: The variables by which to derive it, in order; at least one.
  /// - Throws: Where a function has no rule, or there are too many parts.
  /// - Complexity: The number of parts, times the cost of their derivatives.
  public init(of form: Algebraic, variables: [String]) throws(Failure) {
    var builder = DerivationBuilder(variables, form)
    try builder.derive(form)
    self.variables = variables
    self.lines = builder.lines
  }
}
