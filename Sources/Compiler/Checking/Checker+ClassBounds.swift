/// Type parameters and protocol types whose values are instances of a known class: `T: Animal`, `Animal & Named`.
extension Checker {
  /// The class from which the values of a type that is no class itself are known to inherit.
  func classBound(of type: Type) -> Type? {
    let type = type.shallow
    switch type {
    case .parameter, .member, .existential: break
    default: return nil
    }
    return protocols(of: normalized(type.resolved)).first { $0.kind == .classType }.map { .nominal($0, []) }
  }

  /// The instance of a class that a type is or inherits from, a bound considered; nil where it is none.
  func supertype(of type: Type, as wanted: NominalDeclaration) -> Type? {
    library.supertype(of: classBound(of: type) ?? type, as: wanted)
  }

  /// Whether the values of a type are instances of a class.
  func isInstance(_ type: Type) -> Bool { library.isClass(classBound(of: type) ?? type) }

  /// An instance as one of the class that bounds its type, where that has a member of this name.
  func throughBound(_ base: Expression, _ name: String) -> Expression? {
    guard let bound = classBound(of: base.type), !members(of: bound, named: name).isEmpty else { return nil }
    return Expression(.upcast(base), bound, base.place)
  }
}
