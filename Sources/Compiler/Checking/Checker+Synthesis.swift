import Diagnostics
import SwiftParser
import SwiftSyntax

/// Members that the language writes for types: initialisers, raw values, equality, accessors of stored properties.
extension Checker {
  /// Declares members that are written as text, as the prelude's are.
  func declare(_ text: String, in declared: TypeDeclaration) {
    bySource(0) {
      for item in parsed(text) {
        if case .decl(let member) = item.item { declareSynthesized(member, declared) }
      }
    }
  }

  /// Does something as if it stood in another source.
  private func bySource<Result>(_ other: Int, _ body: () -> Result) -> Result {
    let outer = source
    defer { source = outer }
    source = other
    return body()
  }

  /// The items of a text that the language itself writes.
  func parsed(_ text: String) -> CodeBlockItemListSyntax {
    OperatorDeclarations().folded(Parser.parse(source: text)) { _ in }.statements
  }

  func synthesize(_ declared: TypeDeclaration) {
    guard scope !== library.preludeScope || declared.nominal.kind == .enumeration else { return }
    let nominal = declared.nominal
    if !declared.isExtension {
      switch nominal.kind {
      case .structure: declareMemberwise(declared)
      case .classType: declareDefaultInitializers(declared)
      case .enumeration:
        if !nominal.cases.isEmpty, nominal.cases.allSatisfy({ $0.payload.isEmpty }) {
          conform(nominal, to: "Hashable")
        }
      case .protocolType: return
      }
    }
    guard nominal.kind == .structure || nominal.kind == .enumeration else { return }
    let stated = statedProtocols(of: declared)
    let isPlain =
      !declared.isExtension && (nominal.rawType != nil || nominal.cases.allSatisfy(\.payload.isEmpty))
    /// Whether this very declaration says that the type conforms.
    func conforms(_ name: String) -> Bool {
      guard let wanted = library.nominal(name) else { return false }
      if nominal.kind == .enumeration, isPlain, library.conformance(of: nominal, to: wanted) != nil {
        return true
      }
      return stated.contains(wanted)
    }
    let parts = nominal.kind == .structure ? nominal.storedProperties.map(\.name) : []
    if conforms("Equatable"), !hasOperator("==", nominal) { declare(equality(nominal, parts), in: declared) }
    if nominal.kind == .enumeration, conforms("Comparable"), !hasOperator("<", nominal) {
      declare(order(nominal), in: declared)
    }
    if conforms("Hashable"), library.nominal("Hasher") != nil, nominal.members["hash"] == nil {
      declare(hashing(nominal, parts), in: declared)
    }
    if nominal.kind == .enumeration, conforms("CaseIterable"), nominal.members["allCases"] == nil {
      let names = nominal.cases.map { ".`\($0.name)`" }.joined(separator: ", ")
      declare("static var allCases: [Self] { [\(names)] }", in: declared)
    }
  }

  /// The protocols that this very declaration says its type conforms to, with those that they refine.
  func statedProtocols(of declared: TypeDeclaration) -> Set<NominalDeclaration> {
    let types = inside(declared) {
      (declared.inheritance?.inheritedTypes ?? []).map { lookUpConformance($0.type) }
    }
    return Set(
      types.flatMap { type -> [NominalDeclaration] in
        guard case .existential(let protocols) = type else { return [] }
        return protocols.flatMap(\.inherited)
      })
  }

  /// The type that an inheritance clause names; nothing is reported again.
  private func lookUpConformance(_ syntax: TypeSyntax) -> Type {
    let before = diagnostics
    defer { diagnostics = before }
    return type(syntax)
  }

  func conform(_ nominal: NominalDeclaration, to name: String) {
    guard let wanted = library.nominal(name) else { return }
    nominal.conformances.append(NominalDeclaration.Conformance(to: wanted, requirements: []))
    library.conformancesChanged()
  }

  private func hasOperator(_ name: String, _ nominal: NominalDeclaration) -> Bool {
    let own = nominal.members[name] ?? []
    let outside = (library.operators[name] ?? []).filter { $0.owner == nil && $0.place.source != 0 }
    return (own + outside.map { .function($0) }).contains {
      guard case .function(let function) = $0, function.parameters.count == 2 else { return false }
      return function.parameters.allSatisfy {
        if case .nominal(nominal, _) = $0.type.shallow { return true }
        return false
      }
    }
  }

  // MARK: Comparison

  private func names(_ prefix: String, _ found: EnumerationCase) -> [String] {
    found.payload.indices.map { "\(prefix)\($0)" }
  }

  private func pattern(_ prefix: String, _ found: EnumerationCase) -> String {
    found.payload.isEmpty
      ? ".`\(found.name)`"
      : "let .`\(found.name)`(\(names(prefix, found).joined(separator: ", ")))"
  }

  func equality(_ nominal: NominalDeclaration, _ parts: [String]) -> String {
    let head = "static func == (left: Self, right: Self) -> Bool {\n"
    if nominal.kind == .structure {
      let tests = parts.map { "left.`\($0)` == right.`\($0)`" }
      return head + (tests.isEmpty ? "true" : tests.joined(separator: " && ")) + "\n}"
    }
    if nominal.cases.allSatisfy({ $0.payload.isEmpty }) {
      return head + "_caseIndex(left) == _caseIndex(right)\n}"
    }
    let cases = nominal.cases.map { found in
      if found.payload.isEmpty { return "case (.`\(found.name)`, .`\(found.name)`): return true" }
      let tests = zip(names("a", found), names("b", found)).map { "\($0) == \($1)" }
      return
        "case (\(pattern("a", found)), \(pattern("b", found))): return \(tests.joined(separator: " && "))"
    }
    let rest = nominal.cases.count > 1 ? "\ndefault: return false" : ""
    return head + "switch (left, right) {\n" + cases.joined(separator: "\n") + rest + "\n}\n}"
  }

  private func order(_ nominal: NominalDeclaration) -> String {
    let head = "static func < (left: Self, right: Self) -> Bool {\n"
    let cases = nominal.cases.filter { !$0.payload.isEmpty }.map { found in
      let tests = zip(names("a", found), names("b", found)).map {
        "if \($0) != \($1) { return \($0) < \($1) }"
      }
      return
        "case (\(pattern("a", found)), \(pattern("b", found))): \(tests.joined(separator: "; ")); return false"
    }
    if cases.isEmpty { return head + "_caseIndex(left) < _caseIndex(right)\n}" }
    return head + "switch (left, right) {\n" + cases.joined(separator: "\n")
      + "\ndefault: return _caseIndex(left) < _caseIndex(right)\n}\n}"
  }

  private func hashing(_ nominal: NominalDeclaration, _ parts: [String]) -> String {
    let head = "func hash(into hasher: inout Hasher) {\n"
    if nominal.kind == .structure {
      return head + parts.map { "hasher.combine(self.`\($0)`)" }.joined(separator: "\n") + "\n}"
    }
    let payloads = nominal.cases.filter { !$0.payload.isEmpty }.map { found in
      "case \(pattern("a", found)): \(names("a", found).map { "hasher.combine(\($0))" }.joined(separator: "; "))"
    }
    let rest = payloads.count < nominal.cases.count ? "\ndefault: break" : ""
    return head + "hasher.combine(_caseIndex(self))\n"
      + (payloads.isEmpty ? "" : "switch self {\n" + payloads.joined(separator: "\n") + rest + "\n}\n") + "}"
  }

  // MARK: Raw values

  func declareRawValues(of declared: TypeDeclaration) {
    let nominal = declared.nominal
    guard let rawType = nominal.rawType, !declared.isExtension else { return }
    var values: [String] = []
    // What the next case without a value gets; nil where it needs one.
    var next =
      library.nominal("ExpressibleByIntegerLiteral").flatMap { conforms(rawType, to: $0) ? 0 : nil }
    for found in nominal.cases {
      if let literal = found.rawValue {
        if source != 0 { _ = inside(declared) { check(literal, converting: rawType) } }
        let number = integer(literal)
        values.append(number.map(String.init) ?? literal.trimmedDescription)
        next = number.flatMap { $0 == .max ? nil : $0 + 1 }
      } else if rawType == library.string {
        values.append("\"\(found.name)\"")
      } else if let number = next {
        values.append("\(number)")
        next = number == .max ? nil : number + 1
      } else {
        report(
          "enumeration.raw", found.place,
          "no value follows from that of the case before: write '\(found.name) = …'")
        return
      }
    }
    for (index, value) in values.enumerated() where values[..<index].contains(value) {
      report("enumeration.raw", nominal.cases[index].place, "the raw value \(value) is used twice")
    }
    conform(nominal, to: "Hashable")
    conform(nominal, to: "RawRepresentable")
    let gets = zip(nominal.cases, values).map { "case .`\($0.name)`: return \($1)" }
    let makes = zip(nominal.cases, values).map { "case \($1): self = .`\($0.name)`" }
    let type = "\(rawType)"
    nominal.typeAliases["RawValue"] = rawType
    declare(
      """
      var rawValue: \(type) { switch self {
      \(gets.joined(separator: "\n"))
      } }
      init?(rawValue: \(type)) { switch rawValue {
      \(makes.joined(separator: "\n"))
      default: return nil
      } }
      """, in: declared)
  }

  /// The value of an integer literal.
  private func integer(_ syntax: ExprSyntax) -> Int? {
    let prefix = syntax.as(PrefixOperatorExprSyntax.self)
    guard let literal = (prefix?.expression ?? syntax).as(IntegerLiteralExprSyntax.self) else { return nil }
    return integerValue(literal.literal.text, prefix != nil)
  }

  private func add(_ member: Declaration, to nominal: NominalDeclaration, named name: String) {
    nominal.members.add(member, named: name, isOfPrelude: library.isDeclaringPrelude)
  }

  // MARK: Initialisers

  func declareMemberwise(_ declared: TypeDeclaration) {
    let nominal = declared.nominal
    guard !declared.members.contains(where: { $0.decl.is(InitializerDeclSyntax.self) }) else { return }
    let function = FunctionDeclaration(
      name: "init", kind: .initializer, owner: nominal, place: nominal.place, scope: declared.scope)
    function.result = nominal.selfType
    function.requirements = nominal.requirements
    let isWrapping = nominal.storedProperties.contains { $0.wrapped != nil }
    if !isWrapping { function.intrinsic = "memberwise" }
    var assigned: [VariableDeclaration] = []
    for property in nominal.storedProperties where !(property.isLet && property.initialValue != nil) {
      if property.name.hasPrefix("__lazy_") { continue }
      assigned.append(property)
      if (property.wrapped?.access ?? property.access) == .isPrivate { function.access = .isPrivate }
      if let wrapped = property.wrapped {
        function.parameters.append(memberwiseParameter(for: property, wrapped))
        continue
      }
      function.parameters.append(
        FunctionDeclaration.Parameter(
          label: property.name, name: property.name, type: property.type, defaultValue: property.initialValue)
      )
    }
    if isWrapping {
      function.body = memberwiseBody(assigned)
      noteAutoclosures(function)
    }
    add(.function(function), to: nominal, named: "init")
    guard function.access == .isPrivate, function.parameters.allSatisfy({ $0.defaultValue != nil }) else {
      return
    }
    // Who may not name the properties may still make one with their first values.
    addPlain(function, to: nominal)
  }

  /// Adds the initialiser without parameters beside one whose parameters all have values.
  private func addPlain(_ memberwise: FunctionDeclaration, to nominal: NominalDeclaration) {
    let plain = FunctionDeclaration(
      name: "init", kind: .initializer, owner: nominal, place: nominal.place, scope: memberwise.scope)
    plain.result = memberwise.result
    plain.requirements = memberwise.requirements
    plain.intrinsic = "memberwise"
    add(.function(plain), to: nominal, named: "init")
  }

  /// Whether a structure gets the initialiser that a protocol asks for, since all its properties have first values.
  func addsPlainInitializer(for asked: FunctionDeclaration, to nominal: NominalDeclaration) -> Bool {
    guard asked.kind == .initializer, asked.parameters.isEmpty, nominal.kind == .structure else {
      return false
    }
    for case .function(let function) in nominal.members["init"] ?? []
    where function.intrinsic == "memberwise" && !function.parameters.isEmpty
      && function.parameters.allSatisfy({ $0.defaultValue != nil })
    {
      addPlain(function, to: nominal)
      return true
    }
    return false
  }

  private func declareDefaultInitializers(_ declared: TypeDeclaration) {
    let nominal = declared.nominal
    let own = declared.members.compactMap { $0.decl.as(InitializerDeclSyntax.self) }
    if own.contains(where: { !modifiers($0).contains("convenience") }) {
      checkRequired(declared)
      inheritConveniences(declared)
      return
    }
    if let missing = nominal.storedProperties.first(where: { $0.initialValue == nil }) {
      report(
        "class.initializer", nominal.place,
        "the class '\(nominal.name)' has no initialiser to give '\(missing.name)' a value")
      return
    }
    guard case .nominal(let superclass, _)? = nominal.superclass else {
      if own.isEmpty { declare("init() {}", in: declared) }
      return
    }
    for member in superclass.members["init"] ?? [] {
      guard case .function(let inherited) = member, !has(nominal, inherited) else { continue }
      add(.function(passing(to: inherited, declared)), to: nominal, named: "init")
    }
  }

  private func has(_ nominal: NominalDeclaration, _ inherited: FunctionDeclaration) -> Bool {
    (nominal.members["init"] ?? []).contains {
      if case .function(let own) = $0 {
        return own.parameters.map(\.label) == inherited.parameters.map(\.label)
      }
      return false
    }
  }

  /// Reports a `required` initialiser of the superclass that a class with initialisers of its own lacks.
  private func checkRequired(_ declared: TypeDeclaration) {
    guard case .nominal(let superclass, _)? = declared.nominal.superclass,
      let end = declared.syntax.asProtocol(DeclGroupSyntax.self)?.memberBlock.rightBrace
    else { return }
    for case .function(let inherited) in superclass.members["init"] ?? []
    where inherited.isRequired && !has(declared.nominal, inherited) {
      report(
        "initializer.missing", place(end),
        "'\(declared.nominal.name)' needs the 'required' initialiser '\(inherited.fullName)' of its superclass",
        notes: [note("it is declared here", inherited.place)])
    }
  }

  /// A class that has all the other initialisers of its superclass gets the convenient ones too.
  private func inheritConveniences(_ declared: TypeDeclaration) {
    let nominal = declared.nominal
    guard case .nominal(let superclass, _)? = nominal.superclass else { return }
    let inherited = (superclass.members["init"] ?? []).compactMap { member -> FunctionDeclaration? in
      if case .function(let function) = member { return function }
      return nil
    }
    guard inherited.filter({ !$0.isConvenience }).allSatisfy({ has(nominal, $0) }) else { return }
    for function in inherited where function.isConvenience && !has(nominal, function) {
      add(.function(passing(to: function, declared)), to: nominal, named: "init")
    }
  }

  /// An initialiser that hands its arguments to the same one of the superclass.
  private func passing(to inherited: FunctionDeclaration, _ declared: TypeDeclaration) -> FunctionDeclaration
  {
    let nominal = declared.nominal
    let function = FunctionDeclaration(
      name: "init", kind: .initializer, owner: nominal, place: inherited.place, scope: inherited.scope)
    var substitution: Substitution = [:]
    if case .nominal(let superclass, let arguments)? = nominal.superclass {
      substitution = superclass.substitution(arguments)
    }
    function.requirements = nominal.requirements
    function.genericParameters = inherited.genericParameters
    function.isFailable = inherited.isFailable
    function.isConvenience = inherited.isConvenience
    function.isRequired = inherited.isRequired
    function.canThrow = inherited.canThrow
    function.result =
      inherited.isFailable ? library.optional(of: nominal.selfType) : nominal.selfType
    function.parameters = inherited.parameters.map { parameter in
      var parameter = parameter
      parameter.type = parameter.type.substituting(substitution)
      return parameter
    }
    if inherited.isConvenience {
      // Its body calls the initialisers of the type at hand.
      function.body = inherited.body
    } else {
      function.inherits = inherited
    }
    return function
  }

  // MARK: Accessors of stored properties

  /// The functions that read and change a stored property, for protocols and subclasses that ask for functions.
  func accessor(of variable: VariableDeclaration) -> FunctionDeclaration {
    if let getter = variable.getter { return getter }
    let owner = variable.owner
    if variable.isLazyGlobal {
      let function = FunctionDeclaration(
        name: variable.name, kind: .getter, owner: owner, place: variable.place,
        scope: Scope(parent: nil, context: nil))
      function.isStatic = true
      function.result = variable.type.resolved
      let value = Expression(.variable(variable), variable.type.resolved, variable.place)
      function.checked = CheckedBody(
        context: FunctionContext(parent: nil, result: function.result), parameters: [],
        statements: [.returnValue(value, variable.place)])
      variable.getter = function
      return function
    }
    func declare(_ kind: FunctionDeclaration.Kind) -> (FunctionDeclaration, Expression, FunctionContext) {
      let function = FunctionDeclaration(
        name: variable.name, kind: kind, owner: owner, place: variable.place,
        scope: Scope(parent: nil, context: nil))
      function.requirements = owner?.requirements ?? []
      function.isMutating = kind == .setter && owner?.kind != .classType
      let context = FunctionContext(parent: nil, result: kind == .setter ? .void : variable.type)
      let own = VariableDeclaration(
        name: "self", type: owner?.selfType ?? .error, isLet: !function.isMutating, context: context,
        place: variable.place)
      own.isInout = function.isMutating
      let property = Expression(
        .property(Expression(.variable(own), own.type, variable.place), variable), variable.type,
        variable.place)
      function.checked = CheckedBody(context: context, parameters: [own], statements: [])
      return (function, property, context)
    }
    let (getter, read, _) = declare(.getter)
    getter.result = variable.type
    getter.checked?.statements = [.returnValue(read, variable.place)]
    variable.getter = getter
    guard !variable.isLet else { return getter }
    let (setter, target, context) = declare(.setter)
    setter.parameters = [FunctionDeclaration.Parameter(label: nil, name: "newValue", type: variable.type)]
    setter.getter = getter
    getter.setter = setter
    let value = VariableDeclaration(
      name: "newValue", type: variable.type, isLet: true, context: context, place: variable.place)
    setter.checked?.parameters.append(value)
    setter.checked?.statements = [
      .expression(
        Expression(
          .assign(target, Expression(.variable(value), variable.type, variable.place)), .void, variable.place)
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
