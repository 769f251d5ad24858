import Diagnostics
import SwiftSyntax

/// Local variables with property wrappers: one for the wrapper, and functions that read and change what it wraps.
extension Checker {
  /// The statements for a declaration with a property wrapper; nil for other declarations.
  func checkWrapped(_ syntax: VariableDeclSyntax) -> [Statement]? {
    guard let (type, attribute) = syntax.attributes.lazy.compactMap(wrapper).first else { return nil }
    guard scope !== library.cellScope else {
      report(
        "wrapper.top", place(attribute),
        "Swift does not support property wrappers on top-level variables yet; put this one into a type or function"
      )
      return []
    }
    return wrappedProperty(syntax, attribute, type).map { checkWrappedVariable($0, type) } ?? []
  }

  /// A local or top-level variable with a wrapper.
  private func checkWrappedVariable(_ property: WrappedProperty, _ type: Type) -> [Statement] {
    let storage = VariableDeclaration(
      name: "_" + property.name, type: type, isLet: false, context: context, place: property.place)
    storage.wrapped = property
    if let annotation = property.annotation,
      let value = self.type(ofMember: "wrappedValue", of: type, property.wrapper)
    {
      _ = Solver(self).unify(value, annotation)
    }
    guard property.hasFirstValue else {
      report("unsupported", property.place, "a wrapped variable without a value is not supported in cells")
      return []
    }
    let value = checkWrapper(property, as: type)
    storage.type = value.type
    declare(storage)
    for (name, member) in [(property.name, "wrappedValue"), ("$" + property.name, "projectedValue")] {
      guard let found = property.wrapper.members[member]?.first,
        let type = self.type(ofMember: member, of: storage.type, property.wrapper),
        let block = parsedAccessors(
          { "\($0.get)\n\($0.set)" }(accessorText(of: found, through: "\(storage.name).\(member)", property)))
      else { continue }
      declareVariableAccessors(name, Accessors(block), type, property.place)
    }
    return [.bind(.variable(storage), value)]
  }

  private func declareVariableAccessors(
    _ name: String, _ accessors: Accessors, _ type: Type, _ place: Place
  ) {
    func accessor(_ kind: FunctionDeclaration.Kind) -> FunctionDeclaration {
      let function = FunctionDeclaration(name: name, kind: kind, owner: nil, place: place, scope: scope)
      if scope !== library.cellScope { function.outerContext = context }
      return function
    }
    let getter = accessor(.getter)
    getter.result = type
    getter.body = accessors.get
    if accessors.hasSet {
      let setter = accessor(.setter)
      setter.parameters = [FunctionDeclaration.Parameter(label: nil, name: "newValue", type: type)]
      setter.body = accessors.set
      setter.getter = getter
      getter.setter = setter
    }
    scope.declare(getter)
    checkBody(of: getter)
    if let setter = getter.setter { checkBody(of: setter) }
  }
}
