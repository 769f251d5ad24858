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

  /// What a parameter with a property wrapper is inside its function; nil for other parameters.
  func wrappedParameter(_ syntax: FunctionParameterSyntax, _ type: Type) -> (WrappedProperty, Type)? {
    guard let (wrapper, attribute) = syntax.attributes.lazy.compactMap(wrapper).first,
      case .nominal(let declaration, _) = wrapper
    else { return nil }
    let name = syntax.secondName ?? syntax.firstName
    var arguments: LabeledExprListSyntax?
    if case .argumentList(let list)? = attribute.arguments { arguments = list }
    let property = WrappedProperty(
      name: plain(name), place: place(name), wrapper: declaration, arguments: arguments,
      value: ExprSyntax(DeclReferenceExprSyntax(baseName: .identifier(plain(name)))), annotation: type,
      access: .open)
    return (property, wrapper)
  }

  /// A local variable or a parameter with a wrapper. What a parameter wraps is set only through the wrapper.
  func checkWrappedVariable(_ property: WrappedProperty, _ type: Type, isParameter: Bool = false)
    -> [Statement]
  {
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
        let type = self.type(ofMember: member, of: storage.type, property.wrapper)
      else { continue }
      let (get, set) = accessorText(of: found, through: "\(storage.name).\(member)", property)
      guard
        let block = parsedAccessors(isParameter && !set.hasPrefix("nonmutating") ? get : "\(get)\n\(set)")
      else { continue }
      declareVariableAccessors(name, Accessors(block), type, property.place)
    }
    return [.bind(.variable(storage), value)]
  }

  func declareVariableAccessors(
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
