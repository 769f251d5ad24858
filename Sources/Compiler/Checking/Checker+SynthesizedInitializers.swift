import Diagnostics
import SwiftSyntax

/// Initialisers that the language writes for structures and classes, or that classes inherit.
extension Checker {
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

  func declareDefaultInitializers(_ declared: TypeDeclaration) {
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
      // What only hands on to other initialisers leaves room for the one without parameters.
      if !own.contains(where: { $0.signature.parameterClause.parameters.isEmpty }) {
        declare("init() {}", in: declared)
      }
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
}
