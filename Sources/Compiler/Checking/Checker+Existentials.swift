import Diagnostics

/// What values of `any` protocol give and take, whose types are not known.
extension Checker {
  /// What values of other types must conform to in order to become values of a type that keeps theirs: `any P`, and
  /// `AnyHashable`; nil for all other types.
  func erased(_ type: Type) -> [NominalDeclaration]? {
    if case .existential(let protocols) = type { return protocols }
    guard library.isKnown(type, "AnyHashable") else { return nil }
    return library.nominal("Hashable").map { [$0] }
  }

  /// What `any P<…>` says that an associated type is; nil where it says nothing.
  private func fixedMember(_ name: String, of base: Type) -> Type? {
    guard case .existential(let protocols) = base else { return nil }
    for case (let known, let types)? in protocols.map(\.fixed) {
      if let index = known.primaryAssociatedTypes.firstIndex(of: name) { return types[index] }
    }
    return nil
  }

  /// What a value of an associated type is where `Self` is not known: what the protocols of the base say that it is,
  /// or one of `any` of the protocols that it conforms to.
  func boundOfMember(_ name: String, of base: Type) -> Type {
    if let known = fixedMember(name, of: base) { return known }
    var bounds: [NominalDeclaration] = []
    // What is known of its own associated types: the elements of an iterator are those of its sequence.
    var parts: [String: Type] = [:]
    for declaration in protocols(of: base) {
      let own: Substitution = [declaration.selfParameter: base]
      let subject = Type.member(.parameter(declaration.selfParameter), name)
      for requirement in declaration.associatedRequirements {
        switch requirement {
        case .same(let left, let right) where left == subject: return normalized(right.substituting(own))
        case .same(.member(subject, let part), .member(.parameter(declaration.selfParameter), let other)):
          parts[part] = fixedMember(other, of: base)
        case .conforms(let left, let wanted) where left == subject && !bounds.contains(wanted):
          bounds.append(wanted)
        default: break
        }
      }
    }
    let nearest = bounds.filter { bound in !bounds.contains { $0 !== bound && $0.inherited.contains(bound) } }
    return .existential(
      nearest.map { bound in
        let known = bound.primaryAssociatedTypes.compactMap { parts[$0] }
        return known.isEmpty || known.count < bound.primaryAssociatedTypes.count ? bound : bound.fixing(known)
      })
  }

  /// A type parameter, and the `any P` for it, of a function that cannot be called for the type of a single value at
  /// hand, since more than one parameter, or a part of one, is of that type; nil where there is none.
  func sharedParameter(of function: FunctionDeclaration, _ substitution: Substitution) -> (
    GenericParameter, Type
  )? {
    for case .conforms(.parameter(let parameter), let wanted) in function.requirements
    where function.genericParameters.contains(parameter) && !["AnyObject", "Sendable"].contains(wanted.name) {
      guard let type = substitution[parameter], case .existential(let protocols) = type, !protocols.isEmpty,
        protocols.map(\.name) != ["Error"]
      else { continue }
      let whole = Type.parameter(parameter)
      let taking = function.parameters.filter { $0.type.mentions(parameter) }
      let isOpened =
        taking.count == 1 && !taking[0].isVariadic
        && [whole, library.optional(of: whole), .metatype(whole)].contains(taking[0].type)
      if !isOpened { return (parameter, type) }
    }
    // What compares the values in an optional or a collection takes two of one type as well.
    for case .conforms(.parameter(let parameter), let wanted) in function.requirements
    where ["Equatable", "Comparable", "Hashable"].contains(wanted.name) && function.isOfPrelude
      && function.owner?.kind != .protocolType
    {
      if case .existential(let protocols)? = substitution[parameter], !protocols.isEmpty {
        return (parameter, .existential(protocols))
      }
    }
    // An operator of a protocol takes two values of one type.
    if function.isStatic, let owner = function.owner, owner.kind == .protocolType,
      case .existential(let protocols)? = substitution[owner.selfParameter], !protocols.isEmpty,
      function.parameters.count(where: { $0.type.mentions(owner.selfParameter) }) > 1
    {
      return (owner.selfParameter, .existential(protocols))
    }
    return nil
  }

  /// Whether a member of a protocol can be used on a value whose type is not known: it must not take a `Self` or a
  /// value of an associated type, unless `any P<…>` says which, and may give one only where another type can stand
  /// for it.
  func isUsable(_ function: FunctionDeclaration, on base: Type) -> Bool {
    guard let owner = function.owner, owner.kind == .protocolType else { return true }
    let own = owner.selfParameter
    func known(_ type: Type) -> Type {
      type.mapped { part in
        if case .member(.parameter(own), let name) = part { return self.fixedMember(name, of: base) }
        return nil
      }
    }
    return function.parameters.allSatisfy { !known($0.type).mentions(own) }
      && isReadable(known(function.result), own)
  }

  /// Whether a type mentions `Self` only where a value of a more general type can be read instead.
  private func isReadable(_ type: Type, _ own: GenericParameter) -> Bool {
    switch type {
    case .tuple(let elements): elements.allSatisfy { isReadable($0.type, own) }
    case .function(let function):
      isReadable(function.result, own) && function.parameters.allSatisfy { !$0.type.mentions(own) }
    case .nominal(let declaration, let arguments):
      declaration === library.optionalDeclaration || declaration === library.arrayDeclaration
        ? arguments.allSatisfy { isReadable($0, own) } : !type.mentions(own)
    default: true
    }
  }
}
