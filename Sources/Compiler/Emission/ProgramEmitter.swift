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
  /// The implementations of requirements that mention nothing but the prelude, as far as they have been looked up.
  var preludeImplementations: [Specialization: (FunctionDeclaration, Substitution)?] = [:]
  /// What the cell at hand is the first to use.
  private var started: (functions: [Specialization], types: [Type]) = ([], [])
  /// What has been emitted since the last cell.
  private(set) var functions: [(id: Int, code: FunctionCode)] = []
  private var functionNumbers = Numbers()
  /// Whether what is being emitted mentions nothing but the prelude, and so stays when cells are forgotten.
  private var isEmittingPrelude = false
  /// Whether cells and prelude could not be told apart, or a cell failed on the way.
  private var isEntangled = false
  /// What replaces calls of small functions; nil inside for those that must be called.
  var inlinableBodies: [FunctionDeclaration: Expression?] = [:]
  var layoutIDs: [Layout: Int] = [:]
  var layouts: [Layout] = []
  /// Those of types with parts; other types hold their own.
  var layoutCache: [Type: Layout] = [:]
  private var runtimeIDs: [Type: Int] = [:]
  private var runtimeNumbers = Numbers()
  private(set) var runtimeTypes: [RuntimeType] = []
  /// The names of all types by their numbers.
  private(set) var typeNames: [String] = []
  /// The types by their numbers; nil where a number is free.
  private var typesByID: [Type?] = []
  private var slotIDs: [DispatchSlot: Int] = [:]
  private var slotNumbers = Numbers()
  /// The slots by their numbers; nil where a number is free.
  private var slots: [DispatchSlot?] = []
  /// The function of each type in each slot.
  private(set) var dispatch: [[Int32]] = []
  /// The types and slots for which no function has been looked up.
  private var newTypes: [Int] = []
  private var newSlots: [Int] = []
  /// The slot that says whether a lazily set global has its value.
  private(set) var lazyFlags: [VariableDeclaration: Int] = [:]
  /// Where globals lie.
  var globals: [VariableDeclaration: Int] = [:]
  private(set) var globalCount = 0
  private(set) var diagnostics: [Diagnostic] = []

  /// A function for given type arguments, as called directly or as a function value.
  struct Specialization: Hashable {
    var declaration: FunctionDeclaration
    var arguments: [Type]

    init(_ declaration: FunctionDeclaration, _ substitution: Substitution) {
      self.declaration = declaration
      arguments = declaration.allGenericParameters.map { substitution[$0] ?? .error }
    }

    var isOfPrelude: Bool { declaration.isOfPrelude && arguments.allSatisfy(\.isOfPrelude) }
  }

  init(library: Library, checker: Checker, hosts: [String]) {
    self.library = library
    self.checker = checker
    self.hosts = Dictionary(uniqueKeysWithValues: zip(hosts, hosts.indices))
    _ = slot(.deinitializer)
  }

  func host(_ name: String) -> Int? { hosts[name] }

  func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Hands over what has been emitted since the last time.
  func takeFunctions() -> [(id: Int, code: FunctionCode)] {
    defer {
      functions = []
      started = ([], [])
    }
    return functions
  }

  func takeDiagnostics() -> [Diagnostic] {
    defer { diagnostics = [] }
    return diagnostics
  }

  // MARK: Functions

  /// One more than the largest number of a function.
  var functionCount: Int { functionNumbers.count }

  /// The number of a new function that belongs to what is being emitted.
  func newFunction() -> Int { functionNumbers.next(isOfPrelude: isEmittingPrelude) }

  /// Emits something of the prelude or of cells.
  private func emitting<Result>(ofPrelude isOfPrelude: Bool, _ body: () -> Result) -> Result {
    // What stays must not refer to what goes.
    if isEmittingPrelude, !isOfPrelude { isEntangled = true }
    let outer = isEmittingPrelude
    isEmittingPrelude = isOfPrelude
    defer { isEmittingPrelude = outer }
    return body()
  }

  func define(_ id: Int, _ code: FunctionCode) { functions.append((id, code)) }

  /// The machine function for a declaration and type arguments; emitted soon where it is new.
  func function(_ declaration: FunctionDeclaration, _ substitution: Substitution) -> Int {
    let key = Specialization(declaration, substitution)
    if let id = functionIDs[key] { return id }
    let id = emitting(ofPrelude: key.isOfPrelude) { newFunction() }
    functionIDs[key] = id
    started.functions.append(key)
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
        if diagnostics.contains(where: { $0.severity == .error }) { return }
        guard functionCount < 20_000 else {
          diagnostics.append(
            checker.diagnostic(
              "limit.functions", key.declaration.place,
              "'\(key.declaration.name)' is used with too many different types"))
          return
        }
        let substitution = Dictionary(
          zip(key.declaration.allGenericParameters, key.arguments), uniquingKeysWith: { first, _ in first })
        emitting(ofPrelude: key.isOfPrelude) {
          let emitter = FunctionEmitter(self, name: displayName(key.declaration), substitution: substitution)
          define(id, emitter.emit(key.declaration))
        }
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

  // MARK: Descriptions

  /// The number under which values of a type are described: an instance says itself of which class it is.
  func descriptionID(_ type: Type) -> Int { runtimeID(library.isClass(type) ? .any : type) }

  /// The number under which the machine knows a type.
  func runtimeID(_ type: Type) -> Int {
    if let id = runtimeIDs[type] { return id }
    let isOfPrelude = type.isOfPrelude
    let id = runtimeNumbers.next(isOfPrelude: isOfPrelude)
    runtimeIDs[type] = id
    started.types.append(type)
    newTypes.append(id)
    if id == typesByID.count {
      typesByID.append(nil)
      typeNames += ["", ""]
      runtimeTypes.append(.void)
      dispatch.append([])
    }
    typesByID[id] = type
    typeNames[2 * id] = typeName(type)
    typeNames[2 * id + 1] = qualifiedName(type)
    // Its own number stands before its parts are described: it may hold itself.
    emitting(ofPrelude: isOfPrelude) { runtimeTypes[id] = runtimeType(type) }
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
      let name = qualifiedName(type)
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
        return .structure(typeName(type), qualified: name, fields)
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
      return isKnownAtRunTime(instance)
        ? describedMetatype(type) : .metatype(typeName(instance), qualified: qualifiedName(instance))
    case .variable, .parameter, .member, .error: return .void
    }
  }

  /// The name of a type as `type(of:)` prints it.
  func typeName(_ type: Type) -> String { name(type, isQualified: false) }

  /// The name of a type with its module, as an element of a collection shows it.
  func qualifiedName(_ type: Type) -> String { name(type, isQualified: true) }

  private func name(_ type: Type, isQualified: Bool) -> String {
    func name(_ type: Type) -> String { self.name(type, isQualified: isQualified) }
    func list(_ types: some Sequence<Type>) -> String { types.map(name).joined(separator: ", ") }
    switch type {
    case .nominal(let declaration, let arguments):
      if isQualified { return module(of: declaration) + path(declaration, arguments[...]) }
      let own = arguments.dropFirst(declaration.outerParameterCount)
      return declaration.name + (own.isEmpty ? "" : "<\(list(own))>")
    case .tuple(let elements):
      let parts = elements.map { ($0.label.map { "\($0): " } ?? "") + name($0.type) }
      return "(" + parts.joined(separator: ", ") + ")"
    case .function(let function):
      let parameters = function.parameters.map { ($0.isInout ? "inout " : "") + name($0.type) }
      return "(" + parameters.joined(separator: ", ") + ")" + function.effects + " -> "
        + name(function.result)
    case .existential(let protocols) where !protocols.isEmpty:
      return protocols.map { wanted in
        (isQualified ? module(of: wanted) : "") + wanted.name
          + (wanted.fixed.map { "<\(list($0.types))>" } ?? "")
      }.joined(separator: " & ")
    case .metatype(let instance): return name(instance) + ".Type"
    default: return "\(type)"
    }
  }

  private func module(of declaration: NominalDeclaration) -> String {
    if declaration.place.source == 0 { return "Swift." }
    // What stands in an extension of a type of the library belongs to both modules.
    var outermost = declaration
    while let outer = outermost.outer { outermost = outer }
    return outermost.place.source == 0 ? "(extension in main):Swift." : "main."
  }

  /// The name of a type with those around it, each with its own type arguments.
  private func path(_ declaration: NominalDeclaration, _ arguments: ArraySlice<Type>) -> String {
    let outer = arguments.prefix(declaration.outerParameterCount)
    let own = arguments.dropFirst(declaration.outerParameterCount)
    return (declaration.outer.map { path($0, outer) + "." } ?? "") + declaration.name
      + (own.isEmpty ? "" : "<" + own.map(qualifiedName).joined(separator: ", ") + ">")
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
    let id = emitting(ofPrelude: slot.isOfPrelude) { slotNumbers.next(isOfPrelude: isEmittingPrelude) }
    slotIDs[slot] = id
    newSlots.append(id)
    if id == slots.count { slots.append(nil) }
    slots[id] = slot
    return id
  }

  /// Finds the function of every type in every slot that is new since the last time.
  private func fillDispatch() {
    while true {
      if let slot = newSlots.popLast() {
        for type in typesByID.indices where !newTypes.contains(type) { fillDispatch(type, slot) }
      } else if let type = newTypes.popLast() {
        dispatch[type] = []
        for slot in slots.indices where !newSlots.contains(slot) { fillDispatch(type, slot) }
      } else {
        return
      }
    }
  }

  private func fillDispatch(_ type: Int, _ slot: Int) {
    var found: Int32 = -1
    if let type = typesByID[type], let slot = slots[slot] {
      found = emitting(ofPrelude: type.isOfPrelude && slot.isOfPrelude) { target(of: slot, type) }
    }
    while dispatch[type].count <= slot { dispatch[type].append(-1) }
    dispatch[type][slot] = found
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
    case .opened(let asked, let arguments):
      let outside = Dictionary(
        zip(asked.allGenericParameters, arguments), uniquingKeysWith: { first, _ in first })
      guard let opened = openedParameter(of: asked, outside),
        case .existential(let protocols)? = outside[opened.type],
        protocols.allSatisfy({ checker.conforms(type, to: $0) })
      else { return -1 }
      if case .existential = type { return -1 }
      return Int32(thunk(for: slot, type))
    case .requirement(_, let arguments):
      guard case .existential(let protocols)? = arguments.first,
        protocols.allSatisfy({ checker.conforms(type, to: $0) })
      else { return -1 }
      if case .existential = type { return -1 }
      return Int32(thunk(for: slot, type))
    }
  }

  // MARK: Forgetting

  /// Takes back what a cell has begun to use that cannot be emitted: nothing of it has a number in what runs.
  func abandonCell() {
    for key in started.functions { functionIDs[key] = nil }
    for type in started.types {
      if let id = runtimeIDs.removeValue(forKey: type) { typesByID[id] = nil }
    }
    started = ([], [])
    functions = []
    queue = []
    // What the types do in their slots may have been among it.
    newTypes = typesByID.indices.filter { typesByID[$0] != nil }
    newSlots = []
    isEntangled = true
  }

  /// More functions, types, globals or layouts than these are not kept for the cells of another lesson.
  private static let mostKept = (functions: 8000, types: 2000, globals: 2000, layouts: 4000)

  /// Forgets what cells have used, and keeps what mentions nothing but the prelude.
  ///
  /// - Returns: The numbers of the functions that are free again; nil where they cannot be told from those that stay.
  func forgetCells() -> [Int]? {
    guard !isEntangled, queue.isEmpty, functions.isEmpty else { return nil }
    functionIDs = functionIDs.filter { $0.key.isOfPrelude }
    inlinableBodies = inlinableBodies.filter { $0.key.isOfPrelude }
    layoutCache = layoutCache.filter { $0.key.isOfPrelude }
    runtimeIDs = runtimeIDs.filter { $0.key.isOfPrelude }
    slotIDs = slotIDs.filter { $0.key.isOfPrelude }
    lazyFlags = lazyFlags.filter { $0.key.isOfPrelude }
    globals = globals.filter { $0.key.isOfPrelude }
    globalCount = 0
    for (variable, start) in globals {
      variable.lost = nil
      globalCount = max(globalCount, start + layout(variable.type.resolved).count)
    }
    for flag in lazyFlags.values { globalCount = max(globalCount, flag + 1) }
    for id in runtimeNumbers.forgetCells() {
      typesByID[id] = nil
      for name in [2 * id, 2 * id + 1] { typeNames[name] = "" }
      runtimeTypes[id] = .void
      dispatch[id] = []
    }
    for id in slotNumbers.forgetCells() {
      slots[id] = nil
      for type in dispatch.indices where id < dispatch[type].count { dispatch[type][id] = -1 }
    }
    newTypes.removeAll { typesByID[$0] == nil }
    newSlots.removeAll { slots[$0] == nil }
    if functionCount > Self.mostKept.functions || typesByID.count > Self.mostKept.types
      || globalCount > Self.mostKept.globals || layouts.count > Self.mostKept.layouts
    {
      return nil
    }
    return functionNumbers.forgetCells()
  }
}
