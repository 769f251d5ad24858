/// Functions that are made of others.
extension Meaning {
  /// `(f + g)(x)`: the value of a combination of functions, or of its derivative; a product where no functions stand in
  /// the first brackets.
  func combination(_ operand: Term, _ order: Int, of argument: Term) throws(Failure) -> Algebraic {
    let form = try expression(operand)
    let named = form.variables.filter { function($0) != nil }
    let isProduct =
      named.isEmpty || !argument.isNameOrNumber || argument.functionNames.contains { function($0) != nil }
    guard !isProduct else {
      let isArgument = !named.isEmpty && named == form.variables && argument.functionNames.isEmpty
      guard !isArgument else { throw Self.unclear }
      return try (order > 0 ? primed(operand, order) : form) * expression(argument)
    }
    guard named == form.variables, let parameter = named.min().flatMap({ function($0)?.parameters.first })
    else { throw Self.unclear }
    var value = form.substituting(try bodies(of: named, at: parameter))
    for _ in 0..<order { value = try Self.derivative(of: value, by: parameter) }
    return value.substituting([parameter: try expression(argument)])
  }

  /// `f ∘ g`, with `g` left as a name.
  func composition(_ name: String, _ inner: Term) throws(Failure) -> Algebraic {
    let function = try defined(name)
    guard function.parameters.count == 1 else { throw Failure("'\(name)' has more than one variable") }
    return function.value([try expression(inner)])
  }

  private static let unclear = Failure(
    "whether brackets behind brackets are a factor or an argument is not clear")

  private func bodies(of names: Set<String>, at parameter: String) throws(Failure) -> [String: Algebraic] {
    var bodies: [String: Algebraic] = [:]
    for name in names {
      let function = try defined(name)
      guard function.parameters.count == 1 else { throw Failure("'\(name)' has more than one variable") }
      bodies[name] = function.value([.variable(parameter)])
    }
    return bodies
  }
}
