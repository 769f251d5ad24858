import Diagnostics
import SwiftSyntax

/// All that has been declared: the prelude, then cell after cell.
final class Library {
  /// The prelude's own scope, at the bottom.
  let preludeScope = Scope(parent: nil, context: nil)
  /// The scope of the cell at hand; its ancestors are those of earlier cells.
  var cellScope: Scope
  /// Whether what is being declared belongs to the prelude.
  var isDeclaringPrelude = false
  /// Whether there is a type that cannot be used everywhere.
  var hasRestrictedTypes = false
  /// Where type aliases outside types can be used that are not for the whole module.
  var aliasScopes: [String: AccessScope] = [:]
  /// Every protocol, in the order of declaration.
  var protocols: [NominalDeclaration] = []
  /// Operators by name: the candidates of an operator expression.
  var operators: [String: [FunctionDeclaration]] = [:] { didSet { operationCandidates = [:] } }
  /// What `candidates(ofOperator:taking:)` has found, by the number of operands.
  private var operationCandidates: [Int: [String: [CallSite.Candidate]]] = [:]
  /// The labels of parameters that take an `@autoclosure`, by the name of the function.
  private(set) var autoclosures: [String: Set<String>] = [:]
  /// Those of the prelude's functions.
  private var preludeAutoclosures: [String: Set<String>] = [:]
  /// The result builders of parameters, by the name of the function or type and the label.
  var resultBuilders: [String: [String: Type]] = [:]
  private(set) var sourceNames: [String] = []
  private var conformances: [ConformanceKey: NominalDeclaration.Conformance?] = [:]

  private struct ConformanceKey: Hashable {
    var type: NominalDeclaration
    var to: NominalDeclaration
  }

  private(set) var int = Type.error
  private(set) var double = Type.error
  private(set) var bool = Type.error
  private(set) var string = Type.error
  private(set) var never = Type.error
  private(set) var arrayDeclaration = NominalDeclaration(name: "Array", kind: .structure)
  private(set) var dictionaryDeclaration = NominalDeclaration(name: "Dictionary", kind: .structure)
  private(set) var setDeclaration = NominalDeclaration(name: "Set", kind: .structure)
  private(set) var optionalDeclaration = NominalDeclaration(name: "Optional", kind: .enumeration)
  /// By the numbers of the literals.
  private var literalProtocols: [NominalDeclaration?] = []

  init() { cellScope = preludeScope }

  /// The function behind `type(of:)` and `Self`.
  private(set) lazy var typeFunction = preludeScope.functions["type"]?.first

  func addSource(_ name: String) -> Int {
    sourceNames.append(name)
    return sourceNames.count - 1
  }

  func sourceName(_ index: Int) -> String { sourceNames[index] }

  /// Finds the types that the language itself needs, as soon as the prelude has named them.
  func bindKnownTypes() {
    func nominal(_ name: String) -> Type { preludeScope.nominals[name].map { .nominal($0, []) } ?? .error }
    int = nominal("Int")
    double = nominal("Double")
    bool = nominal("Bool")
    string = nominal("String")
    never = nominal("Never")
    if let array = preludeScope.nominals["Array"] { arrayDeclaration = array }
    if let dictionary = preludeScope.nominals["Dictionary"] { dictionaryDeclaration = dictionary }
    if let set = preludeScope.nominals["Set"] { setDeclaration = set }
    if let optional = preludeScope.nominals["Optional"] { optionalDeclaration = optional }
    literalProtocols = TypeVariable.Literal.allCases.map { preludeScope.nominals[$0.protocolName] }
  }

  func array(of element: Type) -> Type { .nominal(arrayDeclaration, [element]) }
  func dictionary(of key: Type, _ value: Type) -> Type { .nominal(dictionaryDeclaration, [key, value]) }
  func optional(of wrapped: Type) -> Type { .nominal(optionalDeclaration, [wrapped]) }

  /// What an optional wraps; nil for other types.
  func wrapped(_ type: Type) -> Type? {
    guard case .nominal(let declaration, let arguments) = type.shallow, declaration === optionalDeclaration
    else { return nil }
    return arguments.first
  }

  func isFloat(_ type: Type) -> Bool { isKnown(type, "Float") }

  /// Whether a type is one of the prelude's by name.
  func isKnown(_ type: Type, _ name: String) -> Bool {
    guard case .nominal(let declaration, _) = type.shallow else { return false }
    return declaration.place.source == 0 && declaration.name == name
  }

  /// The element type of a set; nil for other types.
  func setElement(_ type: Type) -> Type? {
    guard case .nominal(let declaration, let arguments) = type.shallow, declaration === setDeclaration
    else { return nil }
    return arguments.first
  }

  /// The element type of what an array literal of the prelude can become besides an array.
  func literalElement(_ type: Type) -> Type? {
    setElement(type)
  }

  /// The element type of an array; nil for other types.
  func arrayElement(_ type: Type) -> Type? {
    guard case .nominal(let declaration, let arguments) = type.shallow, declaration === arrayDeclaration
    else { return nil }
    return arguments.first
  }

  func literalType(_ literal: TypeVariable.Literal) -> Type? {
    switch literal {
    case .boolean: bool
    case .integer: int
    case .float: double
    case .string: string
    }
  }

  func literalProtocol(_ literal: TypeVariable.Literal) -> NominalDeclaration? {
    literal.rawValue < literalProtocols.count ? literalProtocols[literal.rawValue] : nil
  }

  func nominal(_ name: String) -> NominalDeclaration? { preludeScope.nominals[name] }

  /// How a type conforms to a protocol, directly or through one that refines it.
  func conformance(
    of type: NominalDeclaration, to wanted: NominalDeclaration
  ) -> NominalDeclaration.Conformance? {
    let key = ConformanceKey(type: type, to: wanted)
    if let known = conformances[key] { return known }
    let own = type.conformances.first { $0.to.inherited.contains(wanted) }
    let found =
      own
      ?? type.ancestors.lazy.compactMap { ancestor in
        ancestor.conformances.first { $0.to.inherited.contains(wanted) }
      }.first
    conformances[key] = .some(found)
    return found
  }

  /// Static properties declared since they were last asked for.
  private var lazyGlobals: [VariableDeclaration] = []

  func addLazyGlobal(_ variable: VariableDeclaration) { lazyGlobals.append(variable) }

  /// Hands over the static properties declared since the last time.
  func takeLazyGlobals() -> [VariableDeclaration] {
    defer { lazyGlobals = [] }
    return lazyGlobals
  }

  /// What undoes the additions of the cell at hand to earlier types, should it fail.
  private var undo: [() -> Void] = []
  /// The types that the cell at hand has added to.
  private var extendedTypes: [NominalDeclaration] = []

  /// Whether a cell has added to a type of the prelude, even if that was taken back.
  private(set) var hasExtendedPrelude = false

  /// Whether what is looked up of the prelude stays as it is.
  var isPreludeSettled: Bool { !hasExtendedPrelude && !isDeclaringPrelude }

  /// What was looked up of types of the prelude while that stays: members by name, with those of protocols.
  var preludeMembers: [NominalDeclaration: [String: [Declaration]]] = [:]

  /// Remembers a type as it is, before a cell adds to it.
  func willExtend(_ type: NominalDeclaration) {
    if type.place.source == 0 { hasExtendedPrelude = true }
    extendedTypes.append(type)
    let (additions, conformances, aliases, nested) = (
      type.members.additions, type.conformances, type.typeAliases, type.nested
    )
    undo.append {
      type.members.additions = additions
      type.conformances = conformances
      type.typeAliases = aliases
      type.nested = nested
    }
  }

  /// Whether the cell at hand has added to types that another source declares.
  func hasExtended(typesOutside source: Int) -> Bool { extendedTypes.contains { $0.place.source != source } }

  /// Keeps what the cell has added.
  func keepExtensions() {
    undo = []
    extendedTypes = []
  }

  /// Takes back what the cell has added.
  func undoExtensions() {
    for step in undo.reversed() { step() }
    undo = []
    extendedTypes = []
    conformances.removeAll()
  }

  /// The instance of an ancestor that a class type is; itself where it is one. Nil where it is none.
  func supertype(of type: Type, as wanted: NominalDeclaration) -> Type? {
    var current = type.shallow
    var steps = 0
    while case .nominal(let declaration, let arguments) = current, steps < 1000 {
      if declaration === wanted { return current }
      guard let superclass = declaration.superclass else { return nil }
      current = superclass.substituting(declaration.substitution(arguments))
      steps += 1
    }
    return nil
  }

  func isClass(_ type: Type) -> Bool {
    if case .nominal(let declaration, _) = type.shallow { return declaration.kind == .classType }
    return false
  }

  /// What an operation of so many operands, or its operator as a function of them, could mean.
  func candidates(ofOperator name: String, taking count: Int) -> [CallSite.Candidate] {
    if let known = operationCandidates[count]?[name] { return known }
    let found = (operators[name] ?? []).filter { $0.parameters.count == count }
      .map { CallSite.Candidate(declaration: $0, base: nil) }
    operationCandidates[count, default: [:]][name] = found
    return found
  }

  /// Forgets what was looked up, after a new conformance has been declared.
  func conformancesChanged() { conformances.removeAll() }

  /// Notes that a parameter takes an `@autoclosure`.
  func noteAutoclosure(_ label: String, of function: FunctionDeclaration) {
    autoclosures[function.name, default: []].insert(label)
    if function.isOfPrelude { preludeAutoclosures[function.name, default: []].insert(label) }
  }

  /// Forgets what cells have declared; none of them has extended the prelude.
  func forgetCells() {
    cellScope = preludeScope
    protocols.removeAll { !$0.isOfPrelude }
    hasRestrictedTypes = false
    aliasScopes = [:]
    for (name, functions) in operators where !functions.allSatisfy(\.isOfPrelude) {
      operators[name] = functions.filter(\.isOfPrelude)
    }
    autoclosures = preludeAutoclosures
    resultBuilders = [:]
    sourceNames.removeSubrange(1...)
    conformances = conformances.filter { $0.key.type.isOfPrelude && $0.key.to.isOfPrelude }
    lazyGlobals.removeAll { !$0.isOfPrelude }
    undo = []
  }
}

// The prelude is source 0.
extension NominalDeclaration {
  /// Whether the prelude declares it.
  var isOfPrelude: Bool { place.source == 0 && fixed?.types.allSatisfy(\.isOfPrelude) ?? true }
}

extension FunctionDeclaration {
  /// Whether the prelude declares it; what the language itself writes for a type belongs to the type.
  var isOfPrelude: Bool { place.source == 0 && owner?.isOfPrelude ?? true }
}

extension VariableDeclaration {
  /// Whether the prelude declares it; what the language itself writes for a type belongs to the type.
  var isOfPrelude: Bool { place.source == 0 && owner?.isOfPrelude ?? true }
}

extension Type {
  /// Whether the prelude declares all that the type mentions.
  var isOfPrelude: Bool {
    switch self {
    case .nominal(let declaration, let arguments):
      declaration.isOfPrelude && arguments.allSatisfy(\.isOfPrelude)
    case .tuple(let elements): elements.allSatisfy(\.type.isOfPrelude)
    case .function(let function):
      function.parameters.allSatisfy(\.type.isOfPrelude) && function.result.isOfPrelude
        && function.thrown?.isOfPrelude ?? true
    case .existential(let protocols): protocols.allSatisfy(\.isOfPrelude)
    case .metatype(let instance): instance.isOfPrelude
    case .variable, .parameter, .member, .error: false
    }
  }
}
