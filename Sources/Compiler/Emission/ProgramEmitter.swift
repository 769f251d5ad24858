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
  private var layoutIDs: [Layout: Int] = [:]
  private(set) var layouts: [Layout] = []
  private var layoutCache: [Type: Layout] = [:]
  private var runtimeIDs: [RuntimeType: Int] = [:]
  private(set) var runtimeTypes: [RuntimeType] = []
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

  /// Emits what calls have asked for.
  func emitQueue() {
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
  }

  private func displayName(_ declaration: FunctionDeclaration) -> String {
    guard let owner = declaration.owner else { return declaration.name }
    return "\(owner.name).\(declaration.name)"
  }

  /// The function that a call means once `Self` is known: a protocol's requirement becomes its implementation.
  func implementation(of declaration: FunctionDeclaration, _ substitution: Substitution)
    -> (FunctionDeclaration, Substitution)?
  {
    guard let owner = declaration.owner, owner.kind == .protocolType, declaration.isRequirement,
      case .nominal(let nominal, let arguments)? = substitution[owner.selfParameter]
    else { return (declaration, substitution) }
    let own = nominal.substitution(arguments)
    let wanted = declaration.parameters.map { checker.normalized($0.type.substituting(substitution)) }
    let result = checker.normalized(declaration.result.substituting(substitution))
    for member in checker.members(of: nominal, named: declaration.name) ?? [] {
      guard case .function(let candidate) = member, !candidate.isRequirement,
        candidate.parameters.count == wanted.count,
        candidate.isInstanceMember == declaration.isInstanceMember,
        candidate.parameters.map(\.label) == declaration.parameters.map(\.label)
      else { continue }
      var full = own
      if let protocolOwner = candidate.owner, protocolOwner.kind == .protocolType {
        full[protocolOwner.selfParameter] = substitution[owner.selfParameter]
      }
      for (from, to) in zip(declaration.genericParameters, candidate.genericParameters) {
        full[to] = substitution[from]
      }
      if candidate.genericParameters.count == declaration.genericParameters.count,
        zip(candidate.parameters, wanted).allSatisfy({ checker.normalized($0.type.substituting(full)) == $1 }
        ),
        checker.normalized(candidate.result.substituting(full)) == result
      {
        return (candidate, full)
      }
    }
    return nil
  }

  // MARK: Globals

  /// Gives a top-level variable its place.
  func allocateGlobal(_ variable: VariableDeclaration) -> Int {
    let start = globalCount
    globals[variable] = start
    globalCount += layout(variable.type).count
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
    let layout = makeLayout(type)
    layoutCache[type] = layout
    return layout
  }

  private func makeLayout(_ type: Type) -> Layout {
    switch type {
    case .nominal(let declaration, let arguments):
      if type == library.int || type == library.double || type == library.bool { return Layout([.bits]) }
      if declaration === library.arrayDeclaration || ["String", "Character"].contains(declaration.name) {
        return Layout([.reference])
      }
      if declaration === library.optionalDeclaration, let wrapped = arguments.first {
        return Layout([.bits] + layout(wrapped).slots.map { $0 == .bits ? .bits : .optionalReference })
      }
      let substitution = declaration.substitution(arguments)
      return Layout(
        declaration.storedProperties.flatMap {
          layout(checker.normalized($0.type.substituting(substitution))).slots
        })
    case .tuple(let elements): return Layout(elements.flatMap { layout($0.type).slots })
    case .function, .existential: return Layout([.reference])
    case .metatype: return Layout([])
    case .variable, .parameter, .member, .error: return Layout([])
    }
  }

  /// The slot at which a stored property starts.
  func offset(of variable: VariableDeclaration, in type: Type) -> Int {
    guard case .nominal(let declaration, let arguments) = type else { return 0 }
    let substitution = declaration.substitution(arguments)
    var offset = 0
    for property in declaration.storedProperties {
      if property === variable { return offset }
      offset += layout(checker.normalized(property.type.substituting(substitution))).count
    }
    return offset
  }

  // MARK: Descriptions

  /// The number under which the machine knows how to describe values of a type.
  func runtimeID(_ type: Type) -> Int {
    let runtime = runtimeType(type)
    if let id = runtimeIDs[runtime] { return id }
    runtimeIDs[runtime] = runtimeTypes.count
    runtimeTypes.append(runtime)
    return runtimeTypes.count - 1
  }

  private func runtimeType(_ type: Type) -> RuntimeType {
    switch type {
    case .nominal(let declaration, let arguments):
      if type == library.int { return .int }
      if type == library.double { return .double }
      if type == library.bool { return .bool }
      if type == library.string { return .string }
      if declaration.name == "Character" { return .string }
      if let element = library.arrayElement(type) {
        return .array(runtimeType(element), layout: layout(element))
      }
      if let wrapped = library.wrapped(type) { return .optional(runtimeType(wrapped), layout: layout(type)) }
      if declaration === library.dictionaryDeclaration, arguments.count == 2 {
        return .dictionary(
          RuntimeType.Field(label: nil, offset: layout(arguments[0]).count, type: runtimeType(arguments[0])),
          RuntimeType.Field(label: nil, offset: layout(arguments[1]).count, type: runtimeType(arguments[1])))
      }
      if let element = library.setElement(type) {
        return .set(RuntimeType.Field(label: nil, offset: layout(element).count, type: runtimeType(element)))
      }
      let substitution = declaration.substitution(arguments)
      var offset = 0
      let fields = declaration.storedProperties.map { property in
        let type = checker.normalized(property.type.substituting(substitution))
        defer { offset += layout(type).count }
        return RuntimeType.Field(label: property.name, offset: offset, type: runtimeType(type))
      }
      switch (declaration.name, fields.count) {
      case ("Range", 2): return .joined("Range", fields[0], "..<", fields[1])
      case ("ClosedRange", 2): return .joined("ClosedRange", fields[0], "...", fields[1])
      default: return .structure(declaration.name, fields)
      }
    case .tuple(let elements):
      if elements.isEmpty { return .void }
      var offset = 0
      return .tuple(
        elements.map { element in
          defer { offset += layout(element.type).count }
          return RuntimeType.Field(label: element.label, offset: offset, type: runtimeType(element.type))
        })
    case .function: return .function
    case .existential: return .any
    case .metatype, .variable, .parameter, .member, .error: return .void
    }
  }
}
