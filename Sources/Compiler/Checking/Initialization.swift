/// Finds variables that are used before they have a value, and constants that may get two.
///
/// A forward flow analysis over checked statements: for each variable declared without a value it keeps whether it
/// has one on every path (`definite`) and on any path (`possible`).
struct Initialization {
  /// What is known at a point of the program.
  struct State {
    var definite: Set<VariableDeclaration> = []
    var possible: Set<VariableDeclaration> = []
    /// The parts that have a value of tuples that have not all of theirs.
    var parts: [VariableDeclaration: Set<Int>] = [:]

    /// What is known where two paths meet.
    func joined(_ other: State) -> State {
      State(
        definite: definite.intersection(other.definite), possible: possible.union(other.possible),
        parts: parts.isEmpty && other.parts.isEmpty
          ? [:] : sharedParts(other).merging(other.sharedParts(self)) { own, _ in own })
    }

    /// Its parts that are there on another path too.
    private func sharedParts(_ other: State) -> [VariableDeclaration: Set<Int>] {
      Dictionary(
        uniqueKeysWithValues: parts.map { variable, own in
          (variable, other.definite.contains(variable) ? own : own.intersection(other.parts[variable] ?? []))
        })
    }
  }

  private let checker: Checker
  private var tracked: Set<VariableDeclaration> = []
  /// What is known where loops and switches are left early.
  private var breaks: [ObjectIdentifier: [State]] = [:]
  private var reported: Set<VariableDeclaration> = []
  private var reportedTwice: Set<VariableDeclaration> = []
  /// Variables that a local function needs and that had not been declared where it was first used.
  private var neededEarly: [VariableDeclaration: (function: FunctionDeclaration, place: Place)] = [:]
  private var declared: Set<VariableDeclaration> = []
  /// What is known where errors are thrown, for each `do` with `catch` around.
  private var thrown: [State?] = []
  /// Whether the statements at hand are those of a closure.
  private var isInClosure = false

  /// Of an initialiser: the variable that stands for `self`, and what must have a value at its end.
  private var own: VariableDeclaration?
  private var properties: [VariableDeclaration] = []
  private var owner: NominalDeclaration?
  /// Whether it leaves the work to another initialiser: `self` is then what is missing until that has run.
  private var isDelegating = false
  /// Whether `super.init` has to run before `self` is complete.
  private var needsSuper: Bool { !isDelegating && owner?.superclass != nil }

  init(_ checker: Checker) { self.checker = checker }

  /// Checks the body of an initialiser, which must give every stored property its value or call another.
  mutating func checkInitializer(
    _ statements: [Statement], of owner: NominalDeclaration, _ own: VariableDeclaration, isDelegating: Bool,
    end: Place
  ) {
    self.own = own
    self.owner = owner
    self.isDelegating = isDelegating
    var state = State()
    if owner.kind == .enumeration || isDelegating {
      // The value as a whole is what is missing.
      properties = [own]
    } else {
      properties = owner.storedProperties
    }
    for property in properties {
      if property !== own, property.initialValue != nil {
        state.definite.insert(property)
        if !property.isLet || property.initializer == nil { continue }
        // Its value comes from its declaration, which is among the statements.
        state.definite.remove(property)
      }
      tracked.insert(property)
    }
    guard let last = walk(statements, state) else { return }
    requireWhole(last, end)
  }

  /// Whether all properties have values, inherited ones too.
  private func isWhole(_ state: State) -> Bool {
    properties.allSatisfy { !tracked.contains($0) || state.definite.contains($0) }
      && (!needsSuper || own.map(state.definite.contains) ?? true)
  }

  /// Reports what is missing where `self` is used as a whole or handed back.
  private mutating func requireWhole(_ state: State, _ place: Place) {
    guard requireAll(state, place), needsSuper, let own, !state.definite.contains(own) else { return }
    checker.reportFlow(
      "super.missing", place, "'super.init' must be called first: what is inherited has no value yet")
  }

  /// Reports a property that belongs to what is not there yet: all of `self`, or what is inherited.
  private mutating func requireSelf(for property: VariableDeclaration, _ state: State, _ place: Place) {
    if isDelegating {
      requireAll(state, place)
    } else if property.owner !== owner {
      requireWhole(state, place)
    }
  }

  /// Reports properties without a value; whether there are none.
  @discardableResult
  private mutating func requireAll(_ state: State, _ place: Place) -> Bool {
    guard let missing = properties.first(where: { tracked.contains($0) && !state.definite.contains($0) })
    else {
      return true
    }
    if missing === own {
      checker.reportFlow(
        "property.unset", place,
        isDelegating
          ? "'self.init' must be called first: 'self' has no value yet" : "'self' has no value yet here")
    } else if reported.insert(missing).inserted {
      checker.reportFlow(
        "property.unset", place, "the property '\(missing.name)' has no value yet here",
        notes: [checker.note("it is declared here", missing.place)])
    }
    return false
  }

  /// Checks the statements of a body.
  mutating func check(_ statements: [Statement]) { _ = walk(statements, State()) }

  /// The state after statements; nil where control does not get there.
  private mutating func walk(_ statements: [Statement], _ state: State?) -> State? {
    var state = state
    for statement in statements { state = walk(statement, state) }
    return state
  }

  private mutating func walk(_ statement: Statement, _ before: State?) -> State? {
    guard var state = before else { return nil }
    switch statement {
    case .expression(let expression):
      visit(expression, &state)
      if checker.isNever(expression) { return nil }
    case .bind(let pattern, let value):
      visit(value, &state)
      if checker.isNever(value) { return nil }
      declare(pattern.variables)
    case .declare(let variable):
      declare([variable])
      guard !variable.isInitialized else { break }
      tracked.insert(variable)
      // In a loop it is a new variable each time.
      state.definite.remove(variable)
      state.possible.remove(variable)
      state.parts[variable] = nil
    case .block(let body): return walk(body, state)
    case .ifElse(let statement):
      visit(statement.conditions, &state)
      return left(
        statement.label, meet(walk(statement.thenBody, state), walk(statement.elseBody ?? [], state)))
    case .guardElse(let conditions, let body):
      visit(conditions, &state)
      _ = walk(body, state)
      declare(conditions.flatMap(\.variables))
    case .whileLoop(let label, let conditions, let body):
      visit(conditions, &state)
      loop(body, state)
      return left(label, isEndless(conditions) ? nil : state)
    case .repeatLoop(let label, let body, let condition):
      var after = walk(body, state) ?? state
      loop(body, after)
      visit(condition, &after)
      return left(label, after)
    case .forIn(let statement):
      switch statement.kind {
      case .range(let lower, let upper, _):
        visit(lower, &state)
        visit(upper, &state)
      case .array(let array): visit(array, &state)
      case .iterator(let make, _, _): visit(make, &state)
      }
      var inner = state
      if let condition = statement.condition { visit(condition, &inner) }
      loop(statement.body, inner)
      return left(statement.label, state)
    case .switchCase(let statement): return walk(statement, state)
    case .returnValue(let value, let place):
      if let value {
        if owner?.kind == .classType, case .boolean(let succeeds) = value.kind {
          if succeeds {
            requireWhole(state, place)
          } else {
            abandon(value, state)
          }
        }
        visit(value, &state)
      } else if own != nil {
        requireWhole(state, place)
      }
      return nil
    case .breakLoop(let label):
      breaks[ObjectIdentifier(label), default: []].append(state)
      return nil
    case .continueLoop: return nil
    case .fallthroughCase: return state
    case .throwError(let error):
      visit(error, &state)
      noteThrow(state, by: error)
      return nil
    case .doCatch(let body, _, let handler, let label):
      thrown.append(nil)
      let after = walk(body, state)
      let caught = thrown.removeLast() ?? state
      return left(label, meet(after, walk(handler, caught)))
    case .deferred(let body): _ = walk(body, state)
    }
    return state
  }

  /// Has an initialiser of a class that leaves with a value, or with the error of a call, let go of an instance that is
  /// not whole.
  private func abandon(_ value: Expression, _ state: State) {
    guard owner?.kind == .classType, let own, !isInClosure, !isWhole(state) else { return }
    if case .abandon = value.kind { return }
    let inner = Expression(value.kind, value.type, value.place)
    inner.canThrow = value.canThrow
    value.kind = .abandon(own, inner)
    value.canThrow = false
  }

  /// Notes what is known where an expression throws an error, or its value is one that is thrown.
  private mutating func noteThrow(_ state: State, by expression: Expression) {
    guard let last = thrown.indices.last else {
      // Another initialiser has let go of the instance already.
      if case .initialize = expression.kind {} else { abandon(expression, state) }
      return
    }
    thrown[last] = thrown[last].map { $0.joined(state) } ?? state
  }

  private mutating func walk(_ statement: SwitchStatement, _ before: State) -> State? {
    var state = before
    visit(statement.subject, &state)
    var after: State?
    var fallen: State?
    for item in statement.cases {
      var inner = state
      for (_, condition) in item.patterns { if let condition { visit(condition, &inner) } }
      if let earlier = fallen { inner = inner.joined(earlier) }
      let result = walk(item.body, inner)
      if case .fallthroughCase? = item.body.last {
        fallen = result
      } else {
        fallen = nil
        after = meet(after, result)
      }
    }
    return left(statement.label, after)
  }

  /// A body that may run again: what it sets may have been set before.
  private mutating func loop(_ body: [Statement], _ state: State) {
    guard let once = walk(body, state) else { return }
    _ = walk(body, State(definite: state.definite, possible: state.possible.union(once.possible)))
  }

  private func meet(_ left: State?, _ right: State?) -> State? {
    guard let left, let right else { return left ?? right }
    return left.joined(right)
  }

  private mutating func left(_ label: LoopLabel, _ state: State?) -> State? {
    (breaks.removeValue(forKey: ObjectIdentifier(label)) ?? []).reduce(state) { meet($0, $1) }
  }

  private func isEndless(_ conditions: [Condition]) -> Bool {
    if conditions.count == 1, case .boolean(let condition) = conditions[0],
      case .boolean(true) = condition.kind
    {
      return true
    }
    return false
  }

  private mutating func visit(_ conditions: [Condition], _ state: inout State) {
    for condition in conditions {
      switch condition {
      case .boolean(let expression), .optionalBinding(_, let expression), .match(_, _, let expression):
        visit(expression, &state)
      }
    }
  }

  // MARK: Expressions

  private mutating func visit(_ expression: Expression, _ state: inout State) {
    visitParts(expression, &state)
    guard expression.canThrow else { return }
    noteThrow(state, by: expression)
  }

  private mutating func visitParts(_ expression: Expression, _ state: inout State) {
    switch expression.kind {
    case .abandon(_, let inner): visitParts(inner, &state)
    case .attempt(let inner, .optional), .attempt(let inner, .forced):
      thrown.append(nil)
      visit(inner, &state)
      thrown.removeLast()
    case .variable(let variable):
      if variable === own {
        requireWhole(state, expression.place)
      } else {
        use(variable, expression.place, state)
      }
    case .property(let base, let property) where isOwn(base):
      requireSelf(for: property, state, expression.place)
      use(property, expression.place, state)
    case .delegate(_, let value):
      visit(value, &state)
      state.definite.formUnion(properties)
    case .initialize(_, let arguments):
      for argument in arguments.dropFirst() { visit(argument, &state) }
      if let first = arguments.first, case .upcast = first.kind {
        requireAll(state, expression.place)
        if let own, state.possible.contains(own) {
          checker.reportFlow(
            "super.twice", expression.place, "'super.init' has been called already: once is enough")
        }
      }
      state.definite.formUnion(properties)
      // From here on the whole instance has its values: a constant does not get another.
      state.possible.formUnion(properties)
      if let own {
        state.definite.insert(own)
        state.possible.insert(own)
      }
    case .assign(let target, let value):
      visit(value, &state)
      assign(target, &state)
    case .closure(let closure):
      for variable in closure.context.captures { use(variable, expression.place, state) }
      let outer = (thrown, isInClosure)
      (thrown, isInClosure) = ([], true)
      _ = walk(closure.statements, state)
      (thrown, isInClosure) = outer
    case .element(let base, let index):
      if case .variable(let variable) = base.kind, state.parts[variable]?.contains(index) ?? false { return }
      visit(base, &state)
    case .call(let reference, let arguments):
      // `Self` asks for the type of the instance, which is known before that is whole.
      let isSelf = reference.declaration === checker.library.typeFunction
      for argument in arguments where !(isSelf && argument.isImplied) { visit(argument, &state) }
      useCaptures(of: reference.declaration, expression.place, state)
    case .function(let reference): useCaptures(of: reference.declaration, expression.place, state)
    case .block(let statements, _): state = walk(statements, state) ?? state
    case .and(let left, let right), .or(let left, let right), .coalesce(let left, let right):
      visit(left, &state)
      var inner = state
      visit(right, &inner)
    case .ternary(let condition, let first, let second):
      visit(condition, &state)
      var one = state
      var other = state
      visit(first, &one)
      visit(second, &other)
      state = one.joined(other)
    default: for child in expression.children { visit(child, &state) }
    }
  }

  private func isOwn(_ expression: Expression) -> Bool {
    if let own, case .variable(own) = expression.kind { return true }
    return false
  }

  private mutating func assign(_ target: Expression, _ state: inout State) {
    switch target.kind {
    case .variable(let variable) where variable === own: state.definite.formUnion(properties)
    case .property(let base, let property) where isOwn(base):
      requireSelf(for: property, state, target.place)
      if property.isLet, tracked.contains(property), state.possible.contains(property),
        reportedTwice.insert(property).inserted
      {
        checker.reportFlow(
          "let.assigned", target.place,
          "'\(property.name)' is a 'let' property and may already have its value")
      }
      state.definite.insert(property)
      state.possible.insert(property)
    case .variable(let variable):
      if variable.isLet, tracked.contains(variable), state.possible.contains(variable),
        reportedTwice.insert(variable).inserted
      {
        checker.reportFlow(
          "let.assigned", target.place,
          "'\(variable.name)' is a 'let' constant and may already have its value",
          notes: [checker.note("declare it with 'var' to change it", variable.place)])
      }
      state.definite.insert(variable)
      state.possible.insert(variable)
    case .tuple(let parts): for part in parts { assign(part, &state) }
    case .element(let base, let index):
      guard case .variable(let variable) = base.kind, tracked.contains(variable), !variable.isLet,
        !state.definite.contains(variable), case .tuple(let elements) = variable.type.resolved
      else { return visit(target, &state) }
      state.parts[variable, default: []].insert(index)
      state.possible.insert(variable)
      if state.parts[variable]?.count == elements.count { state.definite.insert(variable) }
    default: visit(target, &state)
    }
  }

  /// A local function needs what it captures where it is used.
  private mutating func useCaptures(of function: FunctionDeclaration, _ place: Place, _ state: State) {
    guard function.outerContext != nil else { return }
    checker.checkBody(of: function)
    for variable in function.checked?.context.allCaptures ?? [] {
      use(variable, place, state)
      if !declared.contains(variable), neededEarly[variable] == nil {
        neededEarly[variable] = (function, place)
      }
    }
  }

  /// Reports variables that a local function needed before they are declared here.
  private mutating func declare(_ variables: [VariableDeclaration]) {
    for variable in variables where declared.insert(variable).inserted {
      guard let (function, place) = neededEarly[variable] else { continue }
      checker.reportFlow(
        "variable.unset", function.place,
        "'\(function.name)' needs '\(variable.name)' and is used before that is declared",
        notes: [
          checker.note("it is used here", place), checker.note("this is declared later", variable.place),
        ])
    }
  }

  private mutating func use(_ variable: VariableDeclaration, _ place: Place, _ state: State) {
    guard tracked.contains(variable), !state.definite.contains(variable), reported.insert(variable).inserted
    else {
      return
    }
    checker.reportFlow(
      "variable.unset", place, "'\(variable.name)' is used before it has a value",
      notes: [checker.note("it is declared here without one", variable.place)])
  }
}

extension Expression {
  /// The expressions that it is directly made of, in the order of evaluation.
  var children: [Expression] {
    switch kind {
    case .integer, .double, .boolean, .string, .none, .variable, .function, .type, .unresolvedCall,
      .unresolvedMember, .closure, .keyPath, .branches, .block, .error:
      []
    case .interpolation(let segments):
      segments.compactMap { segment in
        if case .value(let value) = segment { return value }
        return nil
      }
    case .call(_, let arguments), .array(let arguments), .dictionary(let arguments), .tuple(let arguments),
      .construct(let arguments),
      .make(_, let arguments), .initialize(_, let arguments):
      arguments
    case .apply(let function, let arguments), .makeDynamic(let function, _, let arguments):
      [function] + arguments
    case .element(let base, _), .property(let base, _), .discard(let base), .inoutReference(let base),
      .wrap(let base), .erase(let base), .forceUnwrap(let base), .isNil(let base, _), .upcast(let base),
      .unreachable(let base), .weaken(let base), .unbox(let base), .isType(let base, _),
      .abandon(_, let base), .castOptional(let base, _),
      .castForced(let base, _), .attempt(let base, _):
      [base]
    case .assign(let left, let right), .delegate(let left, let right), .and(let left, let right),
      .or(let left, let right),
      .coalesce(let left, let right):
      [left, right]
    case .ternary(let condition, let first, let second): [condition, first, second]
    case .chain(let base, _, let inner): [base, inner]
    }
  }
}
