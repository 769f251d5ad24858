import CMachine
import Diagnostics
import VirtualMachine

/// Turns checked declarations into machine functions, one for each way in which a generic one is used.
///
/// Lives as long as the lesson: functions, layouts and globals of earlier cells stay known.
final class ProgramEmitter {
  let library: Library
  let checker: Checker
  /// The number of each host function.
  private let hosts: [String: Int]
  private var functionIDs: [Specialization: Int] = [:]
  private var queue: [(Specialization, Int)] = []
  /// What has been emitted since the last cell.
  private(set) var functions: [(id: Int, code: FunctionCode)] = []
  private(set) var functionCount = 0
  /// What replaces calls of small functions; nil inside for those that must be called.
  var inlinableBodies: [FunctionDeclaration: Expression?] = [:]
  private var layoutIDs: [Layout: Int] = [:]
  private(set) var layouts: [Layout] = []
  private var layoutCache: [Type: Layout] = [:]
  private var runtimeIDs: [Type: Int] = [:]
  private(set) var runtimeTypes: [RuntimeType] = []
  /// The types by their numbers.
  private var typesByID: [Type] = []
  private var slotIDs: [DispatchSlot: Int] = [.deinitializer: 0]
  private var slots: [DispatchSlot] = [.deinitializer]
  /// The function of each type in each slot, as far as they have been looked at.
  private(set) var dispatch: [[Int32]] = []
  /// The slot that says whether a lazily set global has its value.
  private(set) var lazyFlags: [VariableDeclaration: Int] = [:]
  /// Where globals lie.
  var globals: [VariableDeclaration: Int] = [:]
  private(set) var globalCount = 0
  private(set) var diagnostics: [Diagnostic] = []

  /// A function for given type arguments, as called directly or as a function value.
  private struct Specialization: Hashable {
    var declaration: FunctionDeclaration
    var arguments: [Type]
  }

  init(library: Library, checker: Checker, hosts: [String]) {
    self.library = library
    self.checker = checker
    self.hosts = Dictionary(uniqueKeysWithValues: zip(hosts, hosts.indices))
  }

  func host(_ name: String) -> Int? { hosts[name] }

  func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Hands over what has been emitted since the last time.
  func takeFunctions() -> [(id: Int, code: FunctionCode)] {
    defer { functions = [] }
    return functions
  }

  func takeDiagnostics() -> [Diagnostic] {
    defer { diagnostics = [] }
    return diagnostics
  }

  // MARK: Functions

  func newFunction() -> Int {
    functionCount += 1
    return functionCount - 1
  }

  func define(_ id: Int, _ code: FunctionCode) { functions.append((id, code)) }

  /// The machine function for a declaration and type arguments; emitted soon where it is new.
  func function(_ declaration: FunctionDeclaration, _ substitution: Substitution) -> Int {
    let key = Specialization(
      declaration: declaration,
      arguments: declaration.allGenericParameters.map { substitution[$0] ?? .error })
    if let id = functionIDs[key] { return id }
    let id = newFunction()
    functionIDs[key] = id
    if key.arguments.contains(where: { $0.isDeeper(than: 30) || $0.size > Type.largestSize }) {
      diagnostics.append(
        checker.diagnostic(
          "limit.functions", declaration.place, "'\(declaration.name)' calls itself with ever larger types"))
      return id
    }
    queue.append((key, id))
    return id
  }

  /// Emits what calls have asked for, and what dynamic dispatch may come to.
  func emitQueue() {
    repeat {
      while let (key, id) = queue.popLast() {
        if diagnostics.contains(where: { $0.severity == .error }) {
          queue = []
          return
        }
        guard functionCount < 20_000 else {
          diagnostics.append(
            checker.diagnostic(
              "limit.functions", key.declaration.place,
              "'\(key.declaration.name)' is used with too many different types"))
          queue = []
          return
        }
        let substitution = Dictionary(
          zip(key.declaration.allGenericParameters, key.arguments), uniquingKeysWith: { first, _ in first })
        let emitter = FunctionEmitter(self, name: displayName(key.declaration), substitution: substitution)
        define(id, emitter.emit(key.declaration))
      }
      fillDispatch()
    } while !queue.isEmpty
  }

  func displayName(_ declaration: FunctionDeclaration) -> String {
    guard let owner = declaration.owner else { return declaration.name }
    return "\(owner.name).\(declaration.name)"
  }

  // MARK: Globals

  /// Gives a top-level variable its place.
  func allocateGlobal(_ variable: VariableDeclaration) -> Int {
    if let known = globals[variable] { return known }
    let start = globalCount
    globals[variable] = start
    globalCount += layout(variable.type.resolved).count
    if variable.isLazyGlobal {
      lazyFlags[variable] = globalCount
      globalCount += 1
    }
    return start
  }

  // MARK: Layouts

  func layoutID(_ layout: Layout) -> Int {
    if let id = layoutIDs[layout] { return id }
    layoutIDs[layout] = layouts.count
    layouts.append(layout)
    return layouts.count - 1
  }

  /// How values of a type without unknowns lie in slots.
  func layout(_ type: Type) -> Layout {
    if let known = layoutCache[type] { return known }
    var layout = makeLayout(type)
    if layout.count > Self.largestLayout {
      diagnostics.append(
        checker.diagnostic(
          "limit.type", place(of: type),
          "a value of '\(typeName(type))' has more than \(Self.largestLayout) parts"))
      layout = Layout([])
    }
    layoutCache[type] = layout
    return layout
  }

  /// The most slots that a value may take.
  private static let largestLayout = 4096

  private func place(of type: Type) -> Place {
    if case .nominal(let declaration, _) = type { return declaration.place }
    return Place(source: checker.source, range: 0..<0)
  }

  private func makeLayout(_ type: Type) -> Layout {
    switch type {
    case .nominal(let declaration, let arguments):
      if type == library.int || type == library.double || type == library.bool { return Layout([.bits]) }
      if IntegerKind(type) != nil || library.isFloat(type) { return Layout([.bits]) }
      if declaration === library.arrayDeclaration || ["String", "Character"].contains(declaration.name) {
        return Layout([.reference])
      }
      if declaration === library.optionalDeclaration, let wrapped = arguments.first {
        return Layout([.bits] + layout(wrapped).slots.map { $0 == .bits ? .bits : .optionalReference })
      }
      if declaration.kind == .classType { return Layout([.reference]) }
      if !declaration.cases.isEmpty { return enumerationLayout(type, declaration) }
      let substitution = declaration.substitution(arguments)
      return Layout(
        declaration.storedProperties.flatMap {
          propertyLayout($0, substitution).slots
        })
    case .tuple(let elements): return Layout(elements.flatMap { layout($0.type).slots })
    case .function, .existential: return Layout([.reference])
    case .metatype(let instance): return Layout(isKnownAtRunTime(instance) ? [.reference] : [])
    case .variable, .parameter, .member, .error:
      // Nothing whose shape is not known may run.
      if diagnostics.isEmpty {
        diagnostics.append(
          checker.diagnostic(
            "unsupported", Place(source: checker.source, range: 0..<0),
            "the type '\(type)' is not known where this cell uses it; that is not supported in cells"))
      }
      return Layout([])
    }
  }

  private func propertyLayout(_ property: VariableDeclaration, _ substitution: Substitution) -> Layout {
    if property.isWeak { return Layout([.optionalReference]) }
    return layout(checker.normalized(property.type.resolved.substituting(substitution)))
  }

  /// The slot at which a stored property starts, in a value or an instance.
  func offset(of variable: VariableDeclaration, in type: Type) -> Int {
    guard case .nominal(let declaration, let arguments) = type else { return 0 }
    let substitution = declaration.substitution(arguments)
    var offset = 0
    if declaration.kind == .classType {
      if !declaration.storedProperties.contains(variable), let superclass = declaration.superclass {
        return self.offset(of: variable, in: superclass.substituting(substitution))
      }
      offset = superclassSlots(declaration, substitution).count
    }
    for property in declaration.storedProperties {
      if property === variable { return offset }
      offset += propertyLayout(property, substitution).count
    }
    return offset
  }

  /// The slots of an instance before the properties of its own class: the number of its type, then what it inherits.
  private func superclassSlots(_ declaration: NominalDeclaration, _ substitution: Substitution) -> [Layout
    .Slot]
  {
    declaration.superclass.map { instanceLayout($0.substituting(substitution)).slots } ?? [.bits]
  }

  /// How the instances of a class lie on the heap.
  func instanceLayout(_ type: Type) -> Layout {
    guard case .nominal(let declaration, let arguments) = type else { return Layout([.bits]) }
    let substitution = declaration.substitution(arguments)
    let own = declaration.storedProperties.flatMap { property in
      // Until its initialiser has run, an instance lacks what it will refer to.
      propertyLayout(property, substitution).slots.map { $0 == .bits ? .bits : Layout.Slot.optionalReference }
    }
    return Layout(superclassSlots(declaration, substitution) + own)
  }

  // MARK: Enumerations

  /// The layout of a case's payload; a box where it is indirect.
  func payloadLayout(_ found: EnumerationCase, in type: Type) -> Layout {
    guard case .nominal(let declaration, let arguments) = type else { return Layout([]) }
    return layout(checker.normalized(found.payloadType.substituting(declaration.substitution(arguments))))
  }

  private func payloadSlots(_ found: EnumerationCase, in type: Type) -> [Layout.Slot] {
    if found.payload.isEmpty { return [] }
    return found.isIndirect ? [.optionalReference] : payloadLayout(found, in: type).slots
  }

  /// A tag, then room for the numbers and for the references of the largest payloads.
  ///
  /// Numbers and references have places of their own, so that each slot always holds one kind.
  private func enumerationLayout(_ type: Type, _ declaration: NominalDeclaration) -> Layout {
    var bits = 0
    var references = 0
    for found in declaration.cases {
      let slots = payloadSlots(found, in: type)
      bits = max(bits, slots.count { $0 == .bits })
      references = max(references, slots.count { $0 != .bits })
    }
    return Layout(
      [.bits] + Array(repeating: .bits, count: bits) + Array(repeating: .optionalReference, count: references)
    )
  }

  /// Where the slots of a case's payload lie among those of the value.
  func positions(of found: EnumerationCase, in type: Type) -> [Int] {
    let whole = layout(type)
    var bit = 1
    var reference = whole.slots.firstIndex { $0 != .bits } ?? whole.count
    return payloadSlots(found, in: type).map { slot in
      if slot == .bits {
        bit += 1
        return bit - 1
      }
      reference += 1
      return reference - 1
    }
  }

  // MARK: Descriptions

  /// The number under which values of a type are described: an instance says itself of which class it is.
  func descriptionID(_ type: Type) -> Int { runtimeID(library.isClass(type) ? .any : type) }

  /// The number under which the machine knows a type.
  func runtimeID(_ type: Type) -> Int {
    if let id = runtimeIDs[type] { return id }
    let id = runtimeTypes.count
    runtimeIDs[type] = id
    typesByID.append(type)
    dispatch.append([])
    // Its own number stands before its parts are described: it may hold itself.
    runtimeTypes.append(.void)
    runtimeTypes[id] = runtimeType(type)
    return id
  }

  private func runtimeType(_ type: Type) -> RuntimeType {
    switch type {
    case .nominal(let declaration, let arguments):
      if type == library.int { return .int }
      if type == library.double { return .double }
      if let kind = IntegerKind(type) { return kind == .uint64 ? .unsigned : .int }
      if library.isFloat(type) { return .float }
      if type == library.bool { return .bool }
      if type == library.string { return .string }
      if declaration.name == "Character", declaration.place.source == 0 { return .string }
      if let element = library.arrayElement(type) {
        return .array(descriptionID(element), layout: layout(element))
      }
      if let wrapped = library.wrapped(type) { return .optional(descriptionID(wrapped)) }
      if declaration === library.dictionaryDeclaration, arguments.count == 2 {
        return .dictionary(
          RuntimeType.Field(
            label: nil, offset: layout(arguments[0]).count, type: descriptionID(arguments[0])),
          RuntimeType.Field(label: nil, offset: layout(arguments[1]).count, type: descriptionID(arguments[1]))
        )
      }
      if let element = library.setElement(type) {
        return .set(
          RuntimeType.Field(label: nil, offset: layout(element).count, type: descriptionID(element)))
      }
      if let described = describedType(type) { return described }
      let name =
        (declaration.place.source == 0 ? "" : "main.") + declaration.qualifiedName
        + (arguments.isEmpty ? "" : "<" + arguments.map(qualifiedName).joined(separator: ", ") + ">")
      if declaration.kind == .classType { return .instance(name) }
      if !declaration.cases.isEmpty { return .enumeration(name, runtimeCases(declaration, type, arguments)) }
      let substitution = declaration.substitution(arguments)
      var offset = 0
      let fields = declaration.storedProperties.map { property in
        let type = checker.normalized(property.type.resolved.substituting(substitution))
        defer { offset += propertyLayout(property, substitution).count }
        return RuntimeType.Field(label: property.name, offset: offset, type: descriptionID(type))
      }
      switch (declaration.name, fields.count) {
      case ("Range", 2): return .joined("Range", fields[0], "..<", fields[1])
      case ("ClosedRange", 2): return .joined("ClosedRange", fields[0], "...", fields[1])
      default:
        return .structure(declaration.name + typeArguments(arguments), qualified: name, fields)
      }
    case .tuple(let elements):
      if elements.isEmpty { return .void }
      var offset = 0
      return .tuple(
        elements.map { element in
          defer { offset += layout(element.type).count }
          return RuntimeType.Field(label: element.label, offset: offset, type: descriptionID(element.type))
        })
    case .function: return .function
    case .existential: return .any
    case .metatype(let instance):
      return isKnownAtRunTime(instance) ? describedMetatype(type) : .metatype(typeName(instance))
    case .variable, .parameter, .member, .error: return .void
    }
  }

  /// The name of a type as `type(of:)` prints it.
  func typeName(_ type: Type) -> String {
    switch type {
    case .nominal(let declaration, let arguments):
      let own = arguments.dropFirst(declaration.outerParameterCount)
      return declaration.name + (own.isEmpty ? "" : "<" + own.map(typeName).joined(separator: ", ") + ">")
    case .tuple(let elements):
      return "("
        + elements.map { ($0.label.map { "\($0): " } ?? "") + typeName($0.type) }.joined(separator: ", ")
        + ")"
    default: return "\(type)"
    }
  }

  /// The name of a type with its module, as an element of a collection shows it.
  func qualifiedName(_ type: Type) -> String {
    switch type {
    case .nominal(let declaration, let arguments):
      (declaration.place.source == 0 ? "Swift." : "main.") + declaration.qualifiedName
        + (arguments.isEmpty ? "" : "<" + arguments.map(qualifiedName).joined(separator: ", ") + ">")
    case .tuple(let elements):
      "("
        + elements.map { ($0.label.map { "\($0): " } ?? "") + qualifiedName($0.type) }.joined(separator: ", ")
        + ")"
    default: "\(type)"
    }
  }

  /// The names of all types by their numbers.
  var typeNames: [String] { typesByID.map(typeName) }

  private func typeArguments(_ arguments: [Type]) -> String {
    arguments.isEmpty ? "" : "<" + arguments.map(typeName).joined(separator: ", ") + ">"
  }

  private func runtimeCases(_ declaration: NominalDeclaration, _ type: Type, _ arguments: [Type])
    -> [RuntimeType.Case]
  {
    let substitution = declaration.substitution(arguments)
    return declaration.cases.map { found in
      var offset = 0
      let fields = found.payload.map { element in
        let type = checker.normalized(element.type.substituting(substitution))
        defer { offset += layout(type).count }
        return RuntimeType.Field(label: element.label, offset: offset, type: descriptionID(type))
      }
      return RuntimeType.Case(
        name: found.name, fields: fields, positions: positions(of: found, in: type),
        isIndirect: found.isIndirect)
    }
  }

  /// A type that says itself how it reads.
  private func describedType(_ type: Type) -> RuntimeType? {
    func getter(_ protocolName: String, _ name: String) -> Int? {
      guard let wanted = library.nominal(protocolName), checker.conforms(type, to: wanted),
        case .function(let asked)? = wanted.members[name]?.first,
        let (found, substitution) = implementation(of: asked, [wanted.selfParameter: type])
      else { return nil }
      if found.isDynamic { return thunk(for: .method(found.root, []), type) }
      return function(found, substitution)
    }
    let plain = getter("CustomStringConvertible", "description")
    let debug = getter("CustomDebugStringConvertible", "debugDescription")
    guard let first = plain ?? debug else { return nil }
    return .described(plain: first, debug: debug ?? first, size: layout(type).count)
  }

  // MARK: Dynamic dispatch

  /// The number of a dispatch slot.
  func slot(_ slot: DispatchSlot) -> Int {
    if let id = slotIDs[slot] { return id }
    slotIDs[slot] = slots.count
    slots.append(slot)
    return slots.count - 1
  }

  /// Finds the function of every type in every slot that is new since the last time.
  private func fillDispatch() {
    var type = 0
    while type < typesByID.count {
      while dispatch[type].count < slots.count {
        let slot = slots[dispatch[type].count]
        let found = target(of: slot, typesByID[type])
        dispatch[type].append(found)
      }
      type += 1
    }
  }

  private func target(of slot: DispatchSlot, _ type: Type) -> Int32 {
    switch slot {
    case .isInstance(let declaration, let arguments):
      return library.supertype(of: type, as: declaration) == .nominal(declaration, arguments) ? 0 : -1
    case .conforms(let wanted):
      if case .existential = type { return -1 }
      return checker.conforms(type, to: wanted) ? 0 : -1
    case .collectionCast(let wanted):
      return collectionCast(type, to: wanted) == nil ? -1 : Int32(thunk(for: slot, type))
    case .deinitializer:
      guard case .nominal(let declaration, _) = type, declaration.kind == .classType,
        ([declaration] + declaration.ancestors).contains(where: { $0.deinitializer != nil })
      else { return -1 }
      return Int32(thunk(for: slot, type))
    case .initializer(let asked, _):
      guard let owner = asked.owner, checker.conforms(type, to: owner) else { return -1 }
      if case .existential = type { return -1 }
      return Int32(thunk(for: slot, type))
    case .method(let root, _):
      guard let owner = root.owner, library.isClass(type), library.supertype(of: type, as: owner) != nil
      else {
        return -1
      }
      return Int32(thunk(for: slot, type))
    case .requirement(let asked, _):
      guard let owner = asked.owner, checker.conforms(type, to: owner) else { return -1 }
      if case .existential = type { return -1 }
      return Int32(thunk(for: slot, type))
    }
  }
}
