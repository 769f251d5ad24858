import Diagnostics

/// What values of `any` protocol give and take, whose types are not known.
extension Checker {
  /// What a value of an associated type is where `Self` is not known: one of `any` of the protocols that it conforms
  /// to, or what the protocols of the base say that it is.
  func boundOfMember(_ name: String, of base: Type) -> Type {
    var bounds: [NominalDeclaration] = []
    for declaration in protocols(of: base) {
      let subject = Type.member(.parameter(declaration.selfParameter), name)
      for requirement in declaration.associatedRequirements {
        switch requirement {
        case .same(let left, let right) where left == subject:
          return normalized(right.substituting([declaration.selfParameter: base]))
        case .conforms(let left, let wanted) where left == subject && !bounds.contains(wanted):
          bounds.append(wanted)
        default: break
        }
      }
    }
    return .existential(
      bounds.filter { bound in !bounds.contains { $0 !== bound && $0.inherited.contains(bound) } })
  }

  /// Whether a member of a protocol can be used on a value whose type is not known: it must not take a `Self` or a
  /// value of an associated type, and may give one only where another type can stand for it.
  func isUsableOnAny(_ function: FunctionDeclaration) -> Bool {
    guard let owner = function.owner, owner.kind == .protocolType else { return true }
    let own = owner.selfParameter
    return function.parameters.allSatisfy { !$0.type.mentions(own) } && isReadable(function.result, own)
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
