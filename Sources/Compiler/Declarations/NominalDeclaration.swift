import SwiftSyntax
import VirtualMachine

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
  private let memberStorage = MemberStorage()
  var members: Members { memberStorage.members }
  /// Of a protocol: the functions that it asks for, accessors aside.
  var asked: [FunctionDeclaration] = []
  var storedProperties: [VariableDeclaration] = []
  /// The storages of its static properties with property wrappers.
  var staticWrappers: [VariableDeclaration] = []
  var typeAliases: [String: Type] = [:]
  /// Of a protocol: the names of its associated types.
  var associatedTypes: [String] = []
  /// Of a protocol: those of them that `any P<…>` and `some P<…>` say.
  var primaryAssociatedTypes: [String] = []
  /// Of a protocol some of whose associated types are said, as `Sequence<Int>`: the protocol, and what they are.
  private(set) var fixed: (base: NominalDeclaration, types: [Type])?
  /// Of a protocol: what its associated types are where nothing else says so.
  var associatedDefaults: [String: Type] = [:]
  /// Of a protocol: what it says of its associated types.
  var associatedRequirements: [Requirement] = []

  /// The type around it, whose type parameters are also its own.
  let outer: NominalDeclaration?
  /// Where it is declared.
  var place = Place(source: 0, range: 0..<0)
  /// Of a class: the class that it inherits from, with type arguments.
  var superclass: Type?
  var isFinal = false
  var access = Access.open
  /// Whether it is marked `@propertyWrapper`.
  var isPropertyWrapper = false
  /// Whether it is marked `@resultBuilder`.
  var isResultBuilder = false
  /// Whether it is marked `@dynamicMemberLookup`.
  var isDynamicMemberLookup = false
  var isDynamicCallable = false
  /// Whether it is declared inside a function.
  var isLocal = false
  var accessScope = AccessScope.module
  /// Of an enumeration: its cases in the order of declaration.
  var cases: [EnumerationCase] = []
  /// Of an enumeration: the type of its raw values.
  var rawType: Type?
  /// How many of its type parameters are those of the types around it.
  var outerParameterCount: Int { outer?.genericParameters.count ?? 0 }
  /// Types declared in it.
  var nested: [String: NominalDeclaration] = [:]
  /// Where those of its type aliases can be used that cannot wherever it can.
  var aliasScopes: [String: AccessScope] = [:]
  /// Its `lazy` properties, with the functions that compute them.
  var lazyProperties: [(VariableDeclaration, FunctionDeclaration)] = []
  /// Of a type without type parameters: how its values lie in slots, once that has been asked for.
  var layout: Layout?
  /// What is to run before an instance is freed.
  var deinitializer: FunctionDeclaration?

  init(name: String, kind: Kind, outer: NominalDeclaration? = nil) {
    self.name = name
    self.outer = outer
    self.kind = kind
    if kind == .protocolType { genericParameters = [selfParameter] }
  }

  /// The name with those of the types around it: `Outer.Inner`.
  var qualifiedName: String { (outer.map { $0.qualifiedName + "." } ?? "") + name }

  /// Whether it is another type, or stands in it.
  func isInside(_ other: NominalDeclaration) -> Bool { self === other || outer?.isInside(other) ?? false }

  /// The class that it inherits from, and that one's, and so on.
  var ancestors: [NominalDeclaration] {
    var found: [NominalDeclaration] = []
    var next = superclass
    while case .nominal(let declaration, _)? = next, !found.contains(declaration), declaration !== self {
      found.append(declaration)
      next = declaration.superclass
    }
    return found
  }

  /// Of a protocol: what stands for the conforming type. Nothing mentions that of another type.
  let selfParameter = GenericParameter(name: "Self")

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

  /// The protocol that refines this one by saying what its primary associated types are: `Sequence<Int>`.
  ///
  /// Those made of the same protocol and the same types are equal.
  func fixing(_ types: [Type]) -> NominalDeclaration {
    let made = NominalDeclaration(name: name, kind: .protocolType)
    made.fixed = (self, types)
    made.place = place
    made.conformances = [Conformance(to: self, requirements: [])]
    made.associatedRequirements = zip(primaryAssociatedTypes, types).map {
      .same(.member(made.selfType, $0), $1)
    }
    return made
  }

  /// Of a protocol: what it says that an associated type of a conforming type, or of one of its parts, is.
  func sameType(as member: Type, of conforming: Type) -> Type? {
    let own: Substitution = [selfParameter: conforming]
    for case .same(let left, let right) in associatedRequirements where left.substituting(own) == member {
      return right.substituting(own)
    }
    return nil
  }

  static func == (left: NominalDeclaration, right: NominalDeclaration) -> Bool {
    if left === right { return true }
    guard let own = left.fixed, let other = right.fixed else { return false }
    return own.base === other.base && own.types == other.types
  }

  func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(fixed?.base ?? self)) }
}
