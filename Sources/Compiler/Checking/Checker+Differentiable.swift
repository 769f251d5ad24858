import Diagnostics
import SwiftSyntax

/// What the language writes for structures that are `Differentiable`: a `TangentVector` with the derivative by each
/// property, and how the properties' numbers are taken out and put back.
extension Checker {
  /// A structure that says it is `Differentiable`.
  struct DifferentiableDeclaration {
    var declared: TypeDeclaration
    /// What is declared of the `TangentVector` that the language writes; nil where the structure has its own, or is
    /// its own.
    var tangent: TypeDeclaration?
  }

  /// Gives structures the type `TangentVector`, with nothing in it yet.
  func declareTangentVectors(of types: [TypeDeclaration]) -> [DifferentiableDeclaration] {
    guard scope !== library.preludeScope, let differentiable = library.nominal("Differentiable") else {
      return []
    }
    return types.compactMap { declared in
      let nominal = declared.nominal
      guard nominal.kind == .structure, statedProtocols(of: declared).contains(differentiable) else {
        return nil
      }
      var tangent: TypeDeclaration?
      if nominal.nested["TangentVector"] == nil, nominal.typeAliases["TangentVector"] == nil {
        if isAdditive(nominal) {
          nominal.typeAliases["TangentVector"] = nominal.selfType
        } else {
          tangent = declareTangentVector(of: declared)
        }
      }
      if nominal.typeAliases["TangentVector"] == nominal.selfType { conform(nominal, to: "_Tangent") }
      return DifferentiableDeclaration(declared: declared, tangent: tangent)
    }
  }

  private func isAdditive(_ nominal: NominalDeclaration) -> Bool {
    library.nominal("AdditiveArithmetic").map { library.conformance(of: nominal, to: $0) != nil } ?? false
  }

  private func declareTangentVector(of declared: TypeDeclaration) -> TypeDeclaration? {
    let nominal = declared.nominal
    guard case .decl(let syntax)? = parsed("struct TangentVector {}").first?.item else { return nil }
    let tangent = NominalDeclaration(name: "TangentVector", kind: .structure, outer: nominal)
    tangent.place = nominal.place
    tangent.access = nominal.access
    tangent.genericParameters = nominal.genericParameters
    tangent.requirements = nominal.requirements
    tangent.typeAliases["TangentVector"] = tangent.selfType
    nominal.nested["TangentVector"] = tangent
    conform(tangent, to: "_Tangent")
    conform(tangent, to: "AdditiveArithmetic")
    let members = Scope(parent: declared.scope, context: nil)
    members.memberOf = tangent
    return TypeDeclaration(nominal: tangent, syntax: syntax, scope: members)
  }

  /// Declares what a `Differentiable` structure has besides what is written, once the types of its properties are known.
  func declareMembers(of differentiable: DifferentiableDeclaration) {
    let declared = differentiable.declared
    let nominal = declared.nominal
    // A type that conforms twice has been told of.
    guard nominal.members["_appendNumbers"] == nil else { return }
    let parts = inside(declared) { differentiableProperties(of: nominal) }
    if let tangent = differentiable.tangent {
      for part in parts {
        let property = VariableDeclaration(
          name: part.name, type: normalized(.member(part.type.resolved, "TangentVector")), isLet: false,
          context: nil, place: part.place)
        property.owner = tangent.nominal
        property.access = part.access
        tangent.nominal.members.add(.variable(property), named: part.name, isOfPrelude: false)
        tangent.nominal.storedProperties.append(property)
      }
      declareMemberwise(tangent)
      declareInitializer(of: tangent)
      declareArithmetic(in: tangent)
      declare(equality(tangent.nominal, parts.map(\.name)), in: tangent)
      declareNumbers(of: parts, isOwnTangent: true, in: tangent)
      declare("mutating func move(by offset: Self) { self = self + offset }", in: tangent)
    }
    let isOwnTangent = nominal.typeAliases["TangentVector"] == nominal.selfType
    if isOwnTangent {
      if let other = nominal.storedProperties.first(where: { !parts.contains($0) }) {
        report(
          "differentiable.tangent", other.place,
          "'\(nominal.name)' is its own 'TangentVector', so '\(other.name)' must be a 'var' of a 'Differentiable' type"
        )
        return
      }
      declareInitializer(of: declared)
      declareArithmetic(in: declared)
    }
    declareNumbers(of: parts, isOwnTangent: isOwnTangent, in: declared)
    if !hasFunction("move", nominal) {
      let moves = parts.map { "self.`\($0.name)`.move(by: offset.`\($0.name)`)" }
      declare(
        "mutating func move(by offset: TangentVector) { \(moves.joined(separator: "; ")) }", in: declared)
    }
  }

  /// The properties by which a structure is differentiated.
  private func differentiableProperties(of nominal: NominalDeclaration) -> [VariableDeclaration] {
    guard let differentiable = library.nominal("Differentiable") else { return [] }
    return nominal.storedProperties.filter { property in
      let type = property.type.resolved
      if property.hasNoDerivative || type.hasError || property.name.hasPrefix("__lazy_") { return false }
      if !conforms(type, to: differentiable) {
        report(
          "differentiable.property", property.place,
          "nothing is differentiated by '\(property.name)', because '\(type)' is not 'Differentiable'; say so with '@noDerivative'",
          severity: .warning)
        return false
      }
      if property.isLet {
        report(
          "differentiable.property", property.place,
          "nothing is differentiated by '\(property.name)', because it is a 'let'; make it a 'var', or say so with '@noDerivative'",
          severity: .warning)
        return false
      }
      return true
    }
  }

  private func memberwise(
    _ parts: [VariableDeclaration], prefix: String = "", _ value: (String) -> String
  ) -> String {
    "(" + parts.map { "`\(prefix)\($0.name)`: \(value("`\($0.name)`"))" }.joined(separator: ", ") + ")"
  }

  /// An initialiser of all properties that the type has whatever others it declares.
  private func declareInitializer(of declared: TypeDeclaration) {
    let nominal = declared.nominal
    if nominal.storedProperties.isEmpty, hasPlainInitializer(nominal) { return }
    let function = FunctionDeclaration(
      name: "init", kind: .initializer, owner: nominal, place: nominal.place, scope: declared.scope)
    function.result = nominal.selfType
    function.requirements = nominal.requirements
    function.intrinsic = "memberwise"
    function.parameters = nominal.storedProperties.map {
      FunctionDeclaration.Parameter(label: "_" + $0.name, name: $0.name, type: $0.type)
    }
    nominal.members.add(.function(function), named: "init", isOfPrelude: false)
  }

  private func hasFunction(_ name: String, _ nominal: NominalDeclaration) -> Bool {
    (nominal.members[name] ?? []).contains { member in
      if case .function(let function) = member { return !function.parameters.isEmpty }
      return false
    }
  }

  private func hasPlainInitializer(_ nominal: NominalDeclaration) -> Bool {
    (nominal.members["init"] ?? []).contains { member in
      if case .function(let function) = member { return function.parameters.isEmpty }
      return false
    }
  }

  private func hasStatic(_ name: String, _ nominal: NominalDeclaration) -> Bool {
    (nominal.members[name] ?? []).contains { member in
      switch member {
      case .variable(let variable): variable.isLazyGlobal
      case .function(let function): !function.isInstanceMember
      }
    }
  }

  /// The sum, the difference and zero, property by property.
  private func declareArithmetic(in declared: TypeDeclaration) {
    let parts = declared.nominal.storedProperties
    declare(
      """
      static var _zero: Self { Self\(memberwise(parts, prefix: "_") { _ in "_zeroTangent()" }) }
      func _adding(_ other: Self, times factor: Double) -> Self {
        Self\(memberwise(parts, prefix: "_") { "self.\($0)._adding(other.\($0), times: factor)" })
      }
      """, in: declared)
    if !hasStatic("zero", declared.nominal) {
      declare("static var zero: Self { _zero }", in: declared)
    }
    for (name, factor) in [("+", "1"), ("-", "-1")] where declared.nominal.members[name] == nil {
      declare(
        "static func \(name) (left: Self, right: Self) -> Self { left._adding(right, times: \(factor)) }",
        in: declared)
    }
  }

  /// How the numbers of a value are taken out, put back, and become a derivative.
  private func declareNumbers(
    of parts: [VariableDeclaration], isOwnTangent: Bool, in declared: TypeDeclaration
  ) {
    let names = parts.map { "`\($0.name)`" }
    let numbers = names.map { "self.\($0)._appendNumbers(to: &list)" }
    let replaced = names.map { "result.\($0) = self.\($0)._replacing(list, from: &next)" }
    let tangents = names.enumerated().map { "let _part\($0) = self.\($1)._tangent(list, from: &next)" }
    guard let made = tangentValue(of: parts, isOwnTangent: isOwnTangent, in: declared) else { return }
    declare(
      """
      func _appendNumbers(to list: inout [Double]) { \(numbers.joined(separator: "; ")) }
      func _replacing(_ list: [Double], from next: inout Int) -> Self {
        \(parts.isEmpty ? "" : "var result = self; ")\(replaced.joined(separator: "; "))
        return \(parts.isEmpty ? "self" : "result")
      }
      func _tangent(_ list: [Double], from next: inout Int) -> TangentVector {
        \(tangents.joined(separator: "; "))
        return \(made)
      }
      """, in: declared)
  }

  /// The expression for a derivative whose parts are at hand; nil where the structure's own `TangentVector` does not
  /// have them.
  private func tangentValue(
    of parts: [VariableDeclaration], isOwnTangent: Bool, in declared: TypeDeclaration
  ) -> String? {
    var next = 0
    let made =
      "TangentVector"
      + memberwise(parts, prefix: isOwnTangent ? "_" : "") { _ in
        defer { next += 1 }
        return "_part\(next)"
      }
    let nominal = declared.nominal
    if isOwnTangent { return made }
    let wanted = parts.map { normalized(.member($0.type.resolved, "TangentVector")) }
    let own = normalized(.member(nominal.selfType, "TangentVector"))
    if wanted.count == 1, own == wanted[0] { return "_part0" }
    if case .nominal(let tangent, _) = own, tangent.storedProperties.map(\.name) == parts.map(\.name),
      zip(tangent.storedProperties, wanted).allSatisfy({ normalized($0.type.resolved) == $1 })
    {
      return made
    }
    let list = zip(parts, wanted).map { "'\($0.name): \($1)'" }.joined(separator: ", ")
    report(
      "differentiable.tangent", nominal.place,
      "the 'TangentVector' of '\(nominal.name)' must have a property for each that is differentiated: \(list)"
    )
    return nil
  }
}

/// Derivatives that cells write for their own functions, with `@derivative(of:)`.
extension Checker {
  /// Links functions to the derivatives that are declared beside them.
  func declareDerivatives(among declarations: [DeclSyntax]) {
    for declaration in declarations {
      guard let syntax = declaration.as(FunctionDeclSyntax.self) else { continue }
      for case .attribute(let attribute) in syntax.attributes
      where attributeName(.attribute(attribute)) == "derivative" {
        declareDerivative(syntax, attribute)
      }
    }
  }

  private func declareDerivative(_ syntax: FunctionDeclSyntax, _ attribute: AttributeSyntax) {
    guard case .derivativeRegistrationArguments(let arguments)? = attribute.arguments,
      let reference = arguments.originalDeclName.as(DeclReferenceExprSyntax.self)
    else {
      report(
        "derivative.of", place(attribute),
        "'@derivative' needs the name of a function in the same cell: '@derivative(of: f)'")
      return
    }
    let name = plain(reference.baseName)
    let place = place(reference)
    let own = scope.functions[plain(syntax.name)]?.first { $0.place == self.place(syntax.name) }
    guard let rule = own, !rule.result.hasError else { return }
    let types = rule.parameters.map(\.type)
    guard let function = scope.functions[name]?.first(where: { $0.parameters.map(\.type) == types }) else {
      report(
        "derivative.of", place,
        scope.functions[name] == nil
          ? "there is no function '\(name)' beside this one: a function and its derivative belong into one cell"
          : "'\(name)' does not take the same arguments as '\(rule.name)'")
      return
    }
    guard let wanted = derivativeResults(of: function) else {
      report(
        "unsupported", place,
        "a derivative of its own is only supported for a function without type parameters that takes one to three numbers, arrays or structures and gives a 'Double'"
      )
      return
    }
    guard takesPlainValues(rule) else {
      report(
        "derivative.of", self.place(attribute),
        "'\(rule.name)' must take values as '\(name)' does, and must not throw")
      return
    }
    guard wanted.contains(rule.result) else {
      report(
        "derivative.result", self.place(attribute),
        "a derivative of '\(name)' must give \(wanted.map { "'\($0)'" }.joined(separator: " or "))")
      return
    }
    if let other = function.derivative {
      guard other.result != rule.result else {
        report(
          "derivative.redeclared", self.place(attribute), "'\(name)' has a derivative of its own already",
          notes: [note("it is declared here", other.place)])
        return
      }
      // One rule serves all derivatives: the pullback, as it takes the fewest calls.
      if wanted.first == other.result { return }
    }
    function.derivative = rule
  }

  /// Whether a function takes values alone, which need no place, and always gives a result.
  private func takesPlainValues(_ function: FunctionDeclaration) -> Bool {
    !function.canThrow
      && function.parameters.allSatisfy { !$0.isInout && !$0.isVariadic && !$0.isAutoclosure }
  }

  /// What a derivative of a function may give, as Swift asks for it; nil where there can be none.
  private func derivativeResults(of function: FunctionDeclaration) -> [Type]? {
    guard let differentiable = library.nominal("Differentiable"), 1...3 ~= function.parameters.count,
      function.allGenericParameters.isEmpty, function.result == library.double, takesPlainValues(function),
      function.parameters.allSatisfy({ conforms($0.type, to: differentiable) })
    else { return nil }
    let tangents = function.parameters.map { normalized(.member($0.type, "TangentVector")) }
    let tangent =
      tangents.count == 1
      ? tangents[0] : Type.tuple(tangents.map { Type.TupleElement(label: nil, type: $0) })
    func pair(_ label: String, _ parameters: [Type], _ result: Type) -> Type {
      .tuple([
        Type.TupleElement(label: "value", type: library.double),
        Type.TupleElement(
          label: label,
          type: .function(
            FunctionType(
              parameters: parameters.map { FunctionType.Parameter(type: $0, isInout: false) }, result: result,
              canThrow: false, thrown: nil))),
      ])
    }
    let pullback = pair("pullback", [library.double], tangent)
    return tangents.count == 1 ? [pullback, pair("differential", tangents, library.double)] : [pullback]
  }

  /// What a function with a derivative of its own does first: while a derivative is being taken, it gives what that
  /// says. In the derivative, also where it calls others, the function is what is written.
  func derivativeStatements(
    of function: FunctionDeclaration, _ parameters: [VariableDeclaration]
  ) -> [Statement] {
    guard let rule = function.derivative, case .tuple(let parts) = rule.result,
      let asking = library.preludeScope.functions["_takesRule"]?.first,
      let using = library.preludeScope.functions[
        parts[1].label == "pullback" ? "_pullBack" : "_pushForward"]?
        .first(where: { $0.parameters.count == parameters.count + 2 })
    else { return [] }
    let place = function.place
    // A number that no other function has.
    let number = Expression(
      .integer(String(place.source << 32 | place.range.lowerBound), isNegative: false), library.int, place)
    let call = Expression(
      .call(
        FunctionReference(
          declaration: using,
          substitution: Dictionary(
            zip(using.genericParameters, parameters.map(\.type)), uniquingKeysWith: { first, _ in first })),
        [number] + parameters.map { Expression(.variable($0), $0.type, place) } + [
          Expression(
            .function(FunctionReference(declaration: rule, substitution: [:])), .function(rule.functionType),
            place)
        ]), library.double, place)
    let takesRule = Expression(
      .call(FunctionReference(declaration: asking, substitution: [:]), [number]), library.bool, place)
    return [
      .ifElse(
        IfStatement(
          conditions: [.boolean(takesRule)], thenBody: [.returnValue(call, place)], elseBody: nil,
          label: LoopLabel(name: nil, isLoop: false), place: place))
    ]
  }
}
