import Diagnostics
import SwiftSyntax

/// What parameters and the parts of tuples may say, whatever their types are.
extension Checker {
  /// Reports what a parameter cannot be.
  func checkRules(of parameter: FunctionParameterSyntax, _ type: Type, isInout: Bool) {
    guard source != 0 else { return }
    let name = plain(parameter.secondName ?? parameter.firstName)
    if let (_, attribute) = parameter.attributes.lazy.compactMap(wrapper).first,
      isInout || parameter.ellipsis != nil
    {
      unsupported(attribute, "a property wrapper on this parameter")
    }
    let isAsked = isAskedFor(parameter)
    if let value = parameter.defaultValue, isInout || isAsked {
      report(
        "parameter.default", place(value),
        isAsked
          ? "a protocol gives no default values: leave it out here, and give it where the function has a body"
          : "'\(name)' is 'inout' and needs a variable of the caller: it cannot have a default value")
    }
    if isInout, let ellipsis = parameter.ellipsis {
      report("parameter.inout", place(ellipsis), "'\(name)' cannot be 'inout' and take several values")
    }
    for attribute in (parameter.type.as(AttributedTypeSyntax.self)?.attributes).elements
    where attributeName(attribute) == "escaping" {
      if case .function = type.shallow { continue }
      guard !type.hasError else { continue }
      report(
        "closure.escaping", place(attribute),
        library.wrapped(type) == nil
          ? "'@escaping' is for functions; \(article(type)) is none: leave it out"
          : "an optional function is kept in any case: leave '@escaping' out")
    }
  }

  /// Whether a parameter is one of a function that a protocol asks for.
  private func isAskedFor(_ parameter: FunctionParameterSyntax) -> Bool {
    var node = parameter.parent
    while let ancestor = node {
      if ancestor.is(ProtocolDeclSyntax.self) { return true }
      if ancestor.is(ExtensionDeclSyntax.self) || ancestor.is(CodeBlockSyntax.self) { return false }
      node = ancestor.parent
    }
    return false
  }

  /// Reports a label that two parts of a tuple have.
  func checkLabels(_ labels: [TokenSyntax?]) {
    var seen: Set<String> = []
    for case let label? in labels where label.text != "_" && !seen.insert(plain(label)).inserted {
      report("tuple.label", place(label), "two parts here are named '\(plain(label))'")
    }
  }
}
