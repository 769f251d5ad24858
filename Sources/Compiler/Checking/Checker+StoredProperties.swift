import Diagnostics
import SwiftSyntax

/// Accessors that the language writes for stored properties: plain ones, those with observers, `lazy` ones.
extension Checker {
  /// The functions that read and change a stored property, for protocols and subclasses that ask for functions.
  func accessor(of variable: VariableDeclaration) -> FunctionDeclaration {
    if let getter = variable.getter { return getter }
    let owner = variable.owner
    let type = variable.isLazyGlobal ? variable.type.resolved : variable.type
    func declare(_ kind: FunctionDeclaration.Kind) -> (FunctionDeclaration, Expression, FunctionContext) {
      let function = FunctionDeclaration(
        name: variable.name, kind: kind, owner: owner, place: variable.place,
        scope: Scope(parent: nil, context: nil))
      let context = FunctionContext(parent: nil, result: kind == .setter ? .void : type)
      function.checked = CheckedBody(context: context, parameters: [], statements: [])
      if variable.isLazyGlobal {
        function.isStatic = true
        return (function, Expression(.variable(variable), type, variable.place), context)
      }
      function.requirements = owner?.requirements ?? []
      function.isMutating = kind == .setter && owner?.kind != .classType
      let own = VariableDeclaration(
        name: "self", type: owner?.selfType ?? .error, isLet: !function.isMutating, context: context,
        place: variable.place)
      own.isInout = function.isMutating
      function.checked?.parameters = [own]
      let property = Expression(
        .property(Expression(.variable(own), own.type, variable.place), variable), type, variable.place)
      return (function, property, context)
    }
    let (getter, read, _) = declare(.getter)
    getter.result = type
    getter.checked?.statements = [.returnValue(read, variable.place)]
    variable.getter = getter
    guard !variable.isLet else { return getter }
    let (setter, target, context) = declare(.setter)
    setter.parameters = [FunctionDeclaration.Parameter(label: nil, name: "newValue", type: type)]
    setter.getter = getter
    getter.setter = setter
    let value = VariableDeclaration(
      name: "newValue", type: type, isLet: true, context: context, place: variable.place)
    setter.checked?.parameters.append(value)
    setter.checked?.statements = [
      .expression(
        Expression(
          .assign(target, Expression(.variable(value), type, variable.place)), .void, variable.place)
      )
    ]
    return getter
  }

  /// A property that `willSet` or `didSet` watch is changed through a function that runs them.
  func declareObserved(
    _ variable: VariableDeclaration, _ accessors: Accessors, _ declared: TypeDeclaration
  ) {
    let getter = accessor(of: variable)
    variable.isObserved = true
    if variable.isLazyGlobal {
      let setter = FunctionDeclaration(
        name: variable.name, kind: .setter, owner: variable.owner, place: variable.place,
        scope: declared.scope)
      setter.isStatic = true
      setter.parameters = [FunctionDeclaration.Parameter(label: nil, name: "", type: variable.type)]
      setter.getter = getter
      getter.setter = setter
    }
    guard let setter = getter.setter else { return }
    setter.scope = declared.scope
    setter.checked = nil
    setter.directProperty = variable
    watch(setter, accessors)
  }

  /// Makes a setter run observers.
  private func watch(_ setter: FunctionDeclaration, _ accessors: Accessors) {
    setter.observers = (accessors.willSet, accessors.didSet)
    setter.body = CodeBlockItemListSyntax([])
    // Its observers give the new value a name, where they have one.
    setter.parameters[0].name = Self.valueToSet
    newMembers.append(setter)
  }

  /// What no program can name.
  private static let valueToSet = "__newValue"

  /// The statements of a setter that observers watch: `willSet`, the change, `didSet`.
  func observedStatements(_ setter: FunctionDeclaration, _ parameters: [VariableDeclaration]) -> [Statement] {
    guard let observers = setter.observers, let newValue = parameters.last else { return [] }
    let place = setter.place
    let property = { [unowned self] () -> Expression in
      guard let variable = setter.directProperty else { return propertyOfSuperclass(setter.name, place) }
      if variable.isLazyGlobal { return Expression(.variable(variable), newValue.type, place) }
      let own = Expression(.variable(parameters[0]), parameters[0].type, place)
      return Expression(.property(own, variable), newValue.type, place)
    }
    let oldValue = VariableDeclaration(
      name: observers.didSet?.parameters?.name.text ?? "oldValue", type: newValue.type, isLet: true,
      context: context, place: place)
    var statements: [Statement] = []
    if observers.didSet != nil { statements.append(.bind(.variable(oldValue), property())) }
    if let willSet = observers.willSet, let body = willSet.body {
      statements.append(
        .block(
          inNewScope {
            let named = VariableDeclaration(
              name: willSet.parameters?.name.text ?? "newValue", type: newValue.type, isLet: true,
              context: context, place: place)
            declare(named)
            let value = Expression(.variable(newValue), newValue.type, place)
            return [.bind(.variable(named), value)] + checkStatements(body.statements)
          }))
    }
    if setter.directProperty == nil {
      statements += bySource(0) { checkStatements(parsed("super.`\(setter.name)` = \(Self.valueToSet)")) }
    } else {
      let value = Expression(.variable(newValue), newValue.type, place)
      statements.append(.expression(Expression(.assign(property(), value), .void, place)))
    }
    if let body = observers.didSet?.body {
      statements.append(
        .block(
          inNewScope {
            declare(oldValue)
            return checkStatements(body.statements)
          }))
    }
    return statements
  }

  /// What the property of the superclass is that a setter overrides.
  private func propertyOfSuperclass(_ name: String, _ place: Place) -> Expression {
    guard case .expr(let syntax)? = parsed("super.`\(name)`").first?.item else { return failed(place) }
    return bySource(0) { check(syntax) }
  }

  /// A property of the superclass that a subclass watches.
  func declareOverride(
    _ name: String, at place: Place, _ type: TypeSyntax, _ accessors: Accessors, _ declared: TypeDeclaration
  ) {
    declare(
      "override var `\(name)`: \(type.trimmedDescription) { get { super.`\(name)` } set {} }", in: declared)
    guard case .function(let getter)? = declared.nominal.members[name]?.last else { return }
    if let setter = getter.setter {
      setter.place = place
      watch(setter, accessors)
    }
    checkOverride(getter, declared.nominal)
  }

  /// A `lazy` property: an optional that is filled when it is first read.
  func declareLazy(_ variable: VariableDeclaration, _ declared: TypeDeclaration) {
    let nominal = declared.nominal
    guard let initializer = variable.initializer, variable.initialValue != nil else {
      report("property.lazy", variable.place, "a 'lazy' property needs a value")
      return
    }
    let storage = VariableDeclaration(
      name: "__lazy_" + variable.name, type: library.optional(of: variable.type), isLet: false, context: nil,
      place: variable.place)
    storage.owner = nominal
    storage.initialValue = ExprSyntax(NilLiteralExprSyntax())
    nominal.storedProperties.append(storage)
    add(.variable(storage), to: nominal, named: storage.name)
    initializer.isStatic = false
    let fill = FunctionDeclaration(
      name: "__fill_" + variable.name, kind: .function, owner: nominal, place: initializer.place,
      scope: initializer.scope)
    fill.value = initializer.value
    fill.result = variable.type
    fill.requirements = nominal.requirements
    fill.isMutating = nominal.kind != .classType
    add(.function(fill), to: nominal, named: fill.name)
    newMembers.append(fill)
    nominal.lazyProperties.append((variable, fill))
    let isMutating = nominal.kind == .classType ? "" : "mutating "
    declare(
      """
      var `\(variable.name)`: Never {
        \(isMutating)get {
          if let value = __lazy_\(variable.name) { return value }
          let value = __fill_\(variable.name)()
          __lazy_\(variable.name) = value
          return value
        }
        set { __lazy_\(variable.name) = newValue }
      }
      """, in: declared)
    setLazyType(variable, nominal)
  }

  func setLazyType(_ variable: VariableDeclaration, _ nominal: NominalDeclaration) {
    guard case .function(let getter)? = nominal.members[variable.name]?.first else { return }
    let type = variable.type.resolved
    getter.result = type
    getter.setter?.parameters[0].type = type
    getter.access = variable.access
    if case .variable(let storage)? = nominal.members["__lazy_" + variable.name]?.first {
      storage.type = library.optional(of: type)
    }
    if case .function(let fill)? = nominal.members["__fill_" + variable.name]?.first { fill.result = type }
  }
}
