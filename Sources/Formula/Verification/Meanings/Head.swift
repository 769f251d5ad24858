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
    default: return nil
    }
  }

  private init(name: String, parameters: [String]?) {
    self.name = name
    self.parameters = parameters
  }
}
