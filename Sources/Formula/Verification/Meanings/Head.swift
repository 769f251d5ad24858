/// The left side of a definition: `f(x, y)` or `y`.
struct Head {
  var name: String
  /// Nil where it names none.
  var parameters: [String]?

  init?(_ term: Term) {
    switch term {
    case .name(let name): self.init(name: name, parameters: nil)
    case .applied(let name, let arguments, nil):
      var parameters: [String] = []
      for argument in arguments {
        guard case .name(let parameter) = argument, !parameters.contains(parameter) else { return nil }
        parameters.append(parameter)
      }
      self.init(name: name, parameters: parameters)
    // `\min f(x) = x^2` says of what the smallest value is sought.
    case .function("fmin", let arguments), .function("fmax", let arguments):
      guard arguments.count == 1, case .applied = arguments[0] else { return nil }
      self.init(arguments[0])
    default: return nil
    }
  }

  private init(name: String, parameters: [String]?) {
    self.name = name
    self.parameters = parameters
  }
}
