import Diagnostics
import SwiftSyntax

/// Declaring the members of types.
extension Checker {
  func declareMembers(of declared: TypeDeclaration) {
    inside(declared) {
      let first = decidingMembers(of: declared)
      for member in first { declareMember(member.decl, declared) }
      if !first.isEmpty { inferAssociatedTypes(of: declared) }
      for member in declared.members where !first.contains(where: { $0.id == member.id }) {
        if library.isDeclaringPrelude, let name = deferredName(member.decl, declared) {
          declared.nominal.members.add(named: name) { [unowned self] in
            inPrelude { inside(declared) { declareMember(member.decl, declared) } }
          }
        } else {
          declareMember(member.decl, declared)
        }
      }
      inferAssociatedTypes(of: declared)
    }
  }

  /// The methods and subscripts that say what associated types are, if they name none themselves: other members may
  /// name those.
  private func decidingMembers(of declared: TypeDeclaration) -> [MemberBlockItemSyntax] {
    let nominal = declared.nominal
    guard !library.isDeclaringPrelude, nominal.kind != .protocolType else { return [] }
    let protocols = nominal.conformances.flatMap(\.to.inherited)
    let unknown = Set(protocols.flatMap(\.associatedTypes)).filter { name in
      nominal.typeAliases[name] == nil && nominal.nested[name] == nil
        && !nominal.genericParameters.contains { $0.name == name }
    }
    guard !unknown.isEmpty else { return [] }
    let asked = Set(protocols.flatMap(\.asked).map(\.name))
    return declared.members.filter { member in
      let name: String
      let signature: [Syntax]
      if let function = member.decl.as(FunctionDeclSyntax.self) {
        name = plain(function.name)
        signature = [Syntax(function.signature)]
      } else if let element = member.decl.as(SubscriptDeclSyntax.self) {
        name = "subscript"
        signature = [Syntax(element.parameterClause), Syntax(element.returnClause)]
      } else {
        return false
      }
      return asked.contains(name)
        && !signature.contains { $0.tokens(viewMode: .sourceAccurate).contains { unknown.contains($0.text) } }
    }
  }

  /// Declares something of the prelude, perhaps in the midst of a cell.
  func inPrelude(_ body: () -> Void) {
    let outer = (scope, source, requirements, typeParameters, library.isDeclaringPrelude)
    (scope, source, requirements, typeParameters, library.isDeclaringPrelude) = (
      library.preludeScope, 0, [], [], true
    )
    defer { (scope, source, requirements, typeParameters, library.isDeclaringPrelude) = outer }
    body()
  }

  /// Whether calls must know before they look at a function that it takes an argument unevaluated.
  func takesAutoclosure(_ parameters: FunctionParameterListSyntax) -> Bool {
    parameters.contains {
      $0.type.as(AttributedTypeSyntax.self)?.attributes.contains { attributeName($0) == "autoclosure" }
        ?? false
    }
  }

  /// The name of a member that can wait until somebody asks for it: nothing but its own type looks at it before.
  private func deferredName(_ declaration: DeclSyntax, _ declared: TypeDeclaration) -> String? {
    if declared.nominal.kind == .protocolType, !declared.isExtension { return nil }
    switch declaration.as(DeclSyntaxEnum.self) {
    case .functionDecl(let syntax):
      let name = plain(syntax.name)
      return isOperator(name) || takesAutoclosure(syntax.signature.parameterClause.parameters) ? nil : name
    case .initializerDecl: return "init"
    case .subscriptDecl(let syntax):
      return takesAutoclosure(syntax.parameterClause.parameters) ? nil : "subscript"
    case .variableDecl(let syntax):
      guard syntax.bindings.count == 1, let binding = syntax.bindings.first,
        let pattern = binding.pattern.as(IdentifierPatternSyntax.self),
        binding.accessorBlock != nil || !syntax.attributes.isEmpty
      else { return nil }
      return plain(pattern.identifier)
    default: return nil
    }
  }

  /// The members declared since the last time, whose bodies are to be checked even where nothing uses them.
  func takeMembers() -> [FunctionDeclaration] {
    defer { newMembers = [] }
    return newMembers
  }

  func add(_ function: FunctionDeclaration, to nominal: NominalDeclaration) {
    if source != 0 { newMembers += [function] + (function.setter.map { [$0] } ?? []) }
    let earlier = nominal.members[function.name]?.first {
      if case .function(let other) = $0 {
        return sameSignature(other, function) && other.requirements == function.requirements
      }
      return (function.kind == .getter || function.kind == .function && function.parameters.isEmpty)
        && isNamesake($0, isStatic: function.isStatic)
    }
    if let earlier, !library.isDeclaringPrelude, nominal.kind != .protocolType {
      let place: Place
      switch earlier {
      case .function(let other): place = other.place
      case .variable(let other): place = other.place
      }
      if place.source == function.place.source {
        report(
          "name.redeclared", function.place, "'\(function.fullName)' is declared twice in '\(nominal.name)'",
          notes: [note("it is first declared here", place)])
        return
      }
    }
    nominal.members.add(
      .function(function), named: function.name, isOfPrelude: library.isDeclaringPrelude)
    if function.isRequirement { nominal.asked.append(function) }
  }

  /// Whether a member and a property of its name cannot both be: one of a type and one of its values can, and so can
  /// a property and a method that takes something.
  func isNamesake(_ member: Declaration, isStatic: Bool) -> Bool {
    switch member {
    case .variable(let variable): variable.isLazyGlobal == isStatic
    case .function(let function):
      function.isStatic == isStatic && (function.kind != .function || function.parameters.isEmpty)
    }
  }

  /// Declares a member that the language itself writes.
  func declareSynthesized(_ declaration: DeclSyntax, _ declared: TypeDeclaration) {
    inside(declared) { declareMember(declaration, declared) }
  }

  private func declareMember(_ declaration: DeclSyntax, _ declared: TypeDeclaration) {
    let nominal = declared.nominal
    switch declaration.as(DeclSyntaxEnum.self) {
    case .functionDecl(let syntax):
      let function = declareFunction(syntax, owner: nominal, requirements: declared.conditions)
      add(function, to: nominal)
      // An operator of a concrete type that a protocol asks for is reached through the protocol.
      if isOperator(function.name), !isWitness(function) {
        library.operators[function.name, default: []].append(function)
      }
    case .initializerDecl(let syntax): declareInitializer(syntax, declared)
    case .deinitializerDecl(let syntax):
      guard nominal.kind == .classType else {
        report("member.deinit", place(syntax.deinitKeyword), "only classes have a 'deinit'")
        return
      }
      let function = FunctionDeclaration(
        name: "deinit", kind: .deinitializer, owner: nominal, place: place(syntax.deinitKeyword), scope: scope
      )
      function.body = syntax.body?.statements
      nominal.deinitializer = function
      newMembers.append(function)
    case .variableDecl(let syntax): declareProperty(syntax, declared)
    case .subscriptDecl(let syntax): declareSubscript(syntax, declared)
    case .enumCaseDecl(let syntax): declareCases(syntax, declared)
    case .typeAliasDecl, .associatedTypeDecl, .structDecl, .enumDecl, .classDecl, .protocolDecl, .missingDecl:
      break
    default: unsupported(declaration, "this member")
    }
  }

  private func declareInitializer(_ syntax: InitializerDeclSyntax, _ declared: TypeDeclaration) {
    let nominal = declared.nominal
    let function = declareFunction(
      name: "init", kind: .initializer, owner: nominal, at: place(syntax.initKeyword),
      generics: syntax.genericParameterClause, whereClause: syntax.genericWhereClause,
      parameters: syntax.signature.parameterClause.parameters, result: nil, attributes: syntax.attributes,
      modifiers: syntax.modifiers, extensionRequirements: declared.conditions)
    function.body = syntax.body?.statements
    if syntax.optionalMark != nil {
      function.isFailable = true
      function.givesImplicitlyUnwrapped = syntax.optionalMark?.tokenKind == .exclamationMark
      function.result = library.optional(of: function.result)
    }
    readEffects(syntax.signature.effectSpecifiers, of: function)
    function.isConvenience =
      delegates(syntax) || nominal.kind == .classType && modifiers(syntax).contains("convenience")
    function.isRequirement = nominal.kind == .protocolType && syntax.body == nil && function.intrinsic == nil
    if nominal.kind == .classType, delegates(syntax), !modifiers(syntax).contains("convenience") {
      let start = place(syntax).range.lowerBound
      report(
        "initializer.convenience", function.place,
        "an initialiser of a class that calls 'self.init' is a 'convenience' initialiser: write that before it",
        fix: Diagnostic.Fix("insert 'convenience'", range: start..<start, replacement: "convenience "))
    }
    add(function, to: nominal)
  }

  /// Whether an initialiser calls another of its own type.
  private func delegates(_ syntax: InitializerDeclSyntax) -> Bool {
    final class Finder: SyntaxVisitor {
      var found = false
      override func visit(_ node: MemberAccessExprSyntax) -> SyntaxVisitorContinueKind {
        if node.declName.baseName.text == "init",
          node.base?.as(DeclReferenceExprSyntax.self)?.baseName.text == "self"
        {
          found = true
        }
        return .visitChildren
      }
    }
    let finder = Finder(viewMode: .sourceAccurate)
    if let body = syntax.body { finder.walk(body) }
    return finder.found
  }

  private func isWitness(_ function: FunctionDeclaration) -> Bool {
    guard let owner = function.owner, !function.isRequirement else { return false }
    func asks(_ members: [Declaration]?) -> Bool {
      members?.contains {
        if case .function(let wanted) = $0 {
          return wanted.isRequirement && wanted.parameters.count == function.parameters.count
            && wanted.genericParameters.count == function.genericParameters.count
        }
        return false
      } ?? false
    }
    func fits(_ wanted: FunctionDeclaration, _ asking: NominalDeclaration) -> Bool {
      let own: Substitution = [asking.selfParameter: owner.selfType]
      return wanted.parameters.count == function.parameters.count
        && zip(wanted.parameters, function.parameters).allSatisfy {
          normalized($0.type.substituting(own)) == normalized($1.type)
        }
    }
    if owner.kind == .protocolType { return asks(owner.members[function.name]) }
    return owner.conformances.contains { conformance in
      conformance.to.inherited.contains { inherited in
        inherited.kind == .protocolType
          && inherited.members[function.name]?.contains {
            if case .function(let wanted) = $0 { return wanted.isRequirement && fits(wanted, inherited) }
            return false
          } ?? false
      }
    }
  }

  /// Whether every value of a type, or of the types that conform to a protocol, is an instance of a class.
  func isClassBound(_ nominal: NominalDeclaration) -> Bool {
    switch nominal.kind {
    case .classType: true
    case .protocolType: library.nominal("AnyObject").map { nominal.inherited.contains($0) } ?? false
    case .structure, .enumeration: false
    }
  }

  /// Whether an expression is a literal, a number with its sign.
  private func isLiteral(_ syntax: ExprSyntax) -> Bool {
    switch syntax.as(ExprSyntaxEnum.self) {
    case .integerLiteralExpr, .floatLiteralExpr, .booleanLiteralExpr, .nilLiteralExpr: true
    case .stringLiteralExpr(let text): !text.segments.contains { $0.is(ExpressionSegmentSyntax.self) }
    case .prefixOperatorExpr(let prefix): prefix.operator.text == "-" && isLiteral(prefix.expression)
    case .macroExpansionExpr: true
    default: false
    }
  }

  private func declareCases(_ syntax: EnumCaseDeclSyntax, _ declared: TypeDeclaration) {
    let nominal = declared.nominal
    let isIndirect = modifiers(syntax).contains("indirect") || modifiers(declared.syntax).contains("indirect")
    for element in syntax.elements {
      let name = plain(element.name)
      if nominal.members[name] != nil {
        report("name.redeclared", place(element.name), "'\(name)' is declared twice in '\(nominal.name)'")
        continue
      }
      if let raw = element.rawValue, nominal.rawType == nil {
        report(
          "enumeration.raw", place(raw.value),
          "'\(nominal.name)' has no type for raw values: write 'enum \(nominal.name): Int'")
      }
      if let raw = element.rawValue, !isLiteral(raw.value) {
        report("enumeration.raw", place(raw.value), "a raw value is written as a literal: a number or a text")
      }
      let parameters = element.parameterClause?.parameters ?? []
      checkLabels(parameters.map(\.firstName))
      if let raw = nominal.rawType, let clause = element.parameterClause {
        report(
          "enumeration.raw", place(clause),
          "a case with a raw value holds nothing else: leave out the parts, or ': \(raw)' behind '\(nominal.name)'"
        )
      }
      let payload = parameters.map { parameter in
        let label = parameter.firstName.map(plain)
        return Type.TupleElement(label: label == "_" ? nil : label, type: type(parameter.type))
      }
      let found = EnumerationCase(
        name: name, index: nominal.cases.count, payload: payload, isIndirect: isIndirect && !payload.isEmpty,
        rawValue: element.rawValue?.value, place: place(element.name))
      nominal.cases.append(found)
      let function = FunctionDeclaration(
        name: name, kind: payload.isEmpty ? .getter : .function, owner: nominal, place: found.place,
        scope: scope)
      function.isStatic = true
      function.requirements = nominal.requirements
      function.result = nominal.selfType
      function.intrinsic = "case:\(found.index)"
      function.parameters = zip(parameters, payload).map { syntax, element in
        FunctionDeclaration.Parameter(
          label: element.label, name: element.label ?? "_", type: element.type,
          defaultValue: syntax.defaultValue?.value)
      }
      nominal.members.add(.function(function), named: name, isOfPrelude: library.isDeclaringPrelude)
    }
  }
}
