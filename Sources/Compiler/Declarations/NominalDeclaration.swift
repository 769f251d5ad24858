import SwiftSyntax

/// A declared type or protocol, with all that extensions add to it.
final class NominalDeclaration: Hashable {
  enum Kind { case structure, enumeration, classType, protocolType }

  /// A conformance, and what must hold of the type arguments for it.
  struct Conformance {
    var to: NominalDeclaration
    var requirements: [Requirement]
  }

  let name: String
  let kind: Kind
  var genericParameters: [GenericParameter] = []
  var requirements: [Requirement] = []
  var conformances: [Conformance] = []
  /// Functions, computed properties and stored properties by name; initialisers are `init`, subscripts `subscript`.
  var members: [String: [Declaration]] = [:]
  var storedProperties: [VariableDeclaration] = []
  var typeAliases: [String: Type] = [:]
  /// Of a protocol: the names of its associated types.
  var associatedTypes: [String] = []
  /// Of a protocol: what it says of its associated types.
  var associatedRequirements: [Requirement] = []

  init(name: String, kind: Kind) {
    self.name = name
    self.kind = kind
    if kind == .protocolType { genericParameters = [GenericParameter(name: "Self")] }
  }

  /// Of a protocol: what stands for the conforming type.
  var selfParameter: GenericParameter { genericParameters[0] }

  /// The type inside its own declaration.
  var selfType: Type {
    kind == .protocolType
      ? .parameter(selfParameter) : .nominal(self, genericParameters.map { .parameter($0) })
  }

  func typeAlias(_ name: String) -> Type? { typeAliases[name] }

  func substitution(_ arguments: [Type]) -> Substitution {
    Dictionary(zip(genericParameters, arguments), uniquingKeysWith: { first, _ in first })
  }

  /// All protocols that this one refines, itself first.
  var inherited: [NominalDeclaration] {
    var found = [self]
    var next = 0
    while next < found.count {
      for conformance in found[next].conformances where !found.contains(conformance.to) {
        found.append(conformance.to)
      }
      next += 1
    }
    return found
  }

  static func == (left: NominalDeclaration, right: NominalDeclaration) -> Bool { left === right }
  func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
