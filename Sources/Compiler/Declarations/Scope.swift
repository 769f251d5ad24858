/// Names and what they stand for, nested: prelude, cell after cell, function, block.
final class Scope {
  let parent: Scope?
  /// The frame that variables declared here live in.
  let context: FunctionContext?
  /// The type whose members are visible without `self.`, and the `self` of the method.
  var memberOf: NominalDeclaration?
  var selfVariable: VariableDeclaration?
  private(set) var variables: [String: VariableDeclaration] = [:]
  private var declaredFunctions: [String: [FunctionDeclaration]] = [:]
  /// What declares functions of the prelude, run when their name is first asked for.
  private var waitingFunctions: [String: [() -> Void]] = [:]
  private(set) var types: [String: Type] = [:]
  /// Variables that only functions reach.
  private(set) var hidden: [VariableDeclaration] = []
  /// Type aliases with parameters of their own.
  var genericAliases: [String: (parameters: [GenericParameter], type: Type)] = [:]
  /// Nominal declarations, for generic types named without arguments.
  private(set) var nominals: [String: NominalDeclaration] = [:]

  /// Whether nothing is declared in it.
  var isEmpty: Bool {
    variables.isEmpty && declaredFunctions.isEmpty && waitingFunctions.isEmpty && types.isEmpty
      && hidden.isEmpty && genericAliases.isEmpty && nominals.isEmpty
  }

  init(parent: Scope?, context: FunctionContext?) {
    self.parent = parent
    self.context = context
  }

  func declare(_ variable: VariableDeclaration) { variables[variable.name] = variable }
  func declare(_ function: FunctionDeclaration) {
    declaredFunctions[function.name, default: []].append(function)
  }

  /// Adds what will declare a function.
  func add(functionNamed name: String, declaring declare: @escaping () -> Void) {
    waitingFunctions[name, default: []].append(declare)
  }

  /// Functions by name.
  var functions: Functions { Functions(scope: self) }

  struct Functions {
    fileprivate let scope: Scope

    subscript(name: String) -> [FunctionDeclaration]? {
      if !scope.waitingFunctions.isEmpty, let waiting = scope.waitingFunctions.removeValue(forKey: name) {
        for declare in waiting { declare() }
      }
      return scope.declaredFunctions[name]
    }

    var keys: Set<String> { Set(scope.declaredFunctions.keys).union(scope.waitingFunctions.keys) }
  }

  func declare(type: Type, name: String) { types[name] = type }
  func declare(_ nominal: NominalDeclaration) { nominals[nominal.name] = nominal }
  /// Makes another name mean a generic type whose type arguments are to follow.
  func declare(_ nominal: NominalDeclaration, alias: String) { nominals[alias] = nominal }

  /// Makes a variable's name mean the function that reads it.
  func hide(_ variable: VariableDeclaration, behind getter: FunctionDeclaration) {
    variables[variable.name] = nil
    hidden.append(variable)
    declare(getter)
  }

  /// The innermost scope that satisfies a test.
  func first<Found>(_ find: (Scope) -> Found?) -> Found? {
    var scope: Scope? = self
    while let current = scope {
      if let found = find(current) { return found }
      scope = current.parent
    }
    return nil
  }

  /// All variable and function names in sight, for suggestions.
  var visibleNames: [String] {
    var names: Set<String> = []
    var scope: Scope? = self
    while let current = scope {
      names.formUnion(current.variables.keys)
      names.formUnion(current.functions.keys)
      names.formUnion(current.nominals.keys)
      scope = current.parent
    }
    return names.sorted()
  }

  /// Lets go of everything, for a scope that nothing looks into any more: functions and types hold the scope that
  /// holds them.
  func clear() {
    for function in declaredFunctions.values.joined() { function.clear() }
    for nominal in nominals.values { nominal.clear() }
    variables = [:]
    declaredFunctions = [:]
    waitingFunctions = [:]
    types = [:]
    hidden = []
    genericAliases = [:]
    nominals = [:]
  }
}

extension NominalDeclaration {
  /// Lets go of what holds the type in turn.
  fileprivate func clear() {
    for member in members.additions.values.joined() {
      if case .function(let function) = member { function.clear() }
    }
    for nominal in nested.values { nominal.clear() }
    members.additions = [:]
    nested = [:]
    storedProperties = []
    lazyProperties = []
    asked = []
    deinitializer = nil
  }
}

extension FunctionDeclaration {
  /// Lets go of what may hold the function in turn: the code of a function that calls itself does.
  fileprivate func clear() {
    body = nil
    value = nil
    checked = nil
    checkedDefaults = [:]
    defaultMakers = [:]
    derivative = nil
    wrapped = nil
  }
}
