extension Algebraic {
  /// The names of the functions in it, those inside of others included.
  var functionNames: Set<String> {
    var names: Set<String> = []
    for factor in terms.keys.flatMap(\.exponents.keys) {
      switch factor {
      case .variable: break
      case .sum(let inner): names.formUnion(inner.functionNames)
      case .function(let name, let arguments):
        names.insert(name)
        for argument in arguments { names.formUnion(argument.functionNames) }
      }
    }
    return names
  }
}
