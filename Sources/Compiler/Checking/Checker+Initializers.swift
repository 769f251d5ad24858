import Diagnostics
import SwiftSyntax

/// Bodies of initialisers: `self` gets a value, property by property or from another initialiser.
///
/// Those of structures and enumerations give back their `self`. Those of classes fill the instance that they are
/// handed and, where they may fail, say whether they did not.
extension Checker {
  func checkInitializer(
    _ function: FunctionDeclaration, _ own: VariableDeclaration, _ parameters: [VariableDeclaration]
  ) -> [Statement] {
    guard let owner = function.owner else { return [] }
    let isClass = owner.kind == .classType
    context.initializer = function
    context.result = isClass ? (function.isFailable ? library.bool : .void) : function.result
    let place = function.place
    let whole = { Expression(.variable(own), own.type, place) }
    var statements: [Statement] = []
    if !isClass { statements.append(.declare(own)) }
    if !function.isConvenience {
      for property in owner.storedProperties {
        guard let initializer = property.initializer, property.initialValue != nil else { continue }
        let value = Expression(
          .call(FunctionReference(declaration: initializer, substitution: identity(owner)), []),
          property.type, place)
        let target = Expression(.property(whole(), property), property.type, place)
        statements.append(.expression(Expression(.assign(target, value), .void, place)))
      }
    }
    if let inherited = function.inherits {
      var passed = inherited.parameters.indices.map { index in
        let parameter = parameters[index + 1]
        return Expression(.variable(parameter), parameter.type, place)
      }
      passed.insert(Expression(.upcast(whole()), owner.superclass ?? .error, place), at: 0)
      statements.append(.expression(superCall(inherited, passed, owner, place)))
    } else {
      let body = checkStatements(function.body ?? [])
      if isClass, !function.isConvenience, let call = impliedSuperCall(function, own) {
        // `super.init()` may be left out where nothing is needed for it.
        statements += body + [.expression(call)]
      } else {
        statements += body
      }
    }
    if function.place.source != 0 {
      var initialization = Initialization(self)
      initialization.checkInitializer(
        statements, of: owner, own, isDelegating: function.isConvenience, end: end(of: function))
      checkKeptClosures(statements)
    }
    statements.append(finished(function, place))
    return statements
  }

  /// The type parameters of a type, each standing for itself.
  func identity(_ owner: NominalDeclaration) -> Substitution {
    Dictionary(
      owner.genericParameters.map { ($0, .parameter($0)) }, uniquingKeysWith: { first, _ in first })
  }

  private func end(of function: FunctionDeclaration) -> Place {
    guard let body = function.body, let brace = body.parent?.lastToken(viewMode: .sourceAccurate) else {
      return function.place
    }
    return place(brace)
  }

  /// What an initialiser gives back at its end.
  func finished(_ function: FunctionDeclaration, _ place: Place) -> Statement {
    guard let owner = function.owner else { return .returnValue(nil, place) }
    if owner.kind == .classType {
      return .returnValue(
        function.isFailable ? Expression(.boolean(true), library.bool, place) : nil, place)
    }
    guard let own = scope.first({ $0.selfVariable }) else { return .returnValue(nil, place) }
    let value = Expression(.variable(own), own.type, place)
    return .returnValue(coerce(value, to: function.result), place)
  }

  /// `return` in an initialiser.
  func checkReturn(_ syntax: ReturnStmtSyntax, from function: FunctionDeclaration, _ place: Place)
    -> Statement
  {
    guard let expression = syntax.expression else { return finished(function, place) }
    guard expression.is(NilLiteralExprSyntax.self), function.isFailable else {
      report(
        "return.value", self.place(expression),
        function.isFailable
          ? "an initialiser can return only 'nil'" : "an initialiser returns nothing: its value is 'self'")
      return finished(function, place)
    }
    if function.owner?.kind == .classType {
      return .returnValue(Expression(.boolean(false), library.bool, place), place)
    }
    return .returnValue(Expression(.none, function.result, place), place)
  }

  /// The call of an initialiser of the superclass on the instance at hand.
  private func superCall(
    _ inherited: FunctionDeclaration, _ arguments: [Expression], _ owner: NominalDeclaration, _ place: Place
  ) -> Expression {
    var substitution: Substitution = [:]
    if case .nominal(let superclass, let types)? = owner.superclass {
      substitution = superclass.substitution(types)
    }
    for parameter in inherited.genericParameters { substitution[parameter] = .parameter(parameter) }
    let reference = FunctionReference(declaration: inherited, substitution: substitution)
    return Expression(.initialize(reference, arguments), .void, place)
  }

  private func impliedSuperCall(_ function: FunctionDeclaration, _ own: VariableDeclaration) -> Expression? {
    guard let owner = function.owner, case .nominal(let superclass, _)? = owner.superclass,
      !callsSuper(function)
    else { return nil }
    let place = function.place
    for case .function(let inherited) in superclass.members["init"] ?? []
    where inherited.parameters.allSatisfy({ $0.defaultValue != nil }) && !inherited.isConvenience {
      let whole = Expression(
        .upcast(Expression(.variable(own), own.type, place)), owner.superclass ?? .error, place)
      let defaults = inherited.parameters.indices.map {
        defaultValue(of: inherited, $0, inherited.parameters[$0].type, [:], at: place)
      }
      return superCall(inherited, [whole] + defaults, owner, place)
    }
    reportFlow(
      "super.missing", end(of: function), "'super.init' must be called before the end of this initialiser")
    return nil
  }

  private func callsSuper(_ function: FunctionDeclaration) -> Bool {
    final class Finder: SyntaxVisitor {
      var found = false
      override func visit(_ node: MemberAccessExprSyntax) -> SyntaxVisitorContinueKind {
        if node.declName.baseName.text == "init", node.base?.is(SuperExprSyntax.self) ?? false {
          found = true
        }
        return .visitChildren
      }
    }
    let finder = Finder(viewMode: .sourceAccurate)
    if let body = function.body { finder.walk(body) }
    return finder.found
  }

  // MARK: Calls of other initialisers

  /// `self.init(…)` or `super.init(…)`.
  ///
  /// - Parameter isForced: Whether `!` stands behind it: it must not fail.
  func buildDelegation(
    _ access: MemberAccessExprSyntax, _ arguments: [CallSite.Argument], _ place: Place, isForced: Bool = false
  ) -> Expression? {
    guard access.declName.baseName.text == "init", let function = context.initializer,
      let owner = function.owner, let own = scope.first({ $0.selfVariable })
    else { return nil }
    let type: Type
    if access.base?.is(SuperExprSyntax.self) ?? false {
      guard let superclass = owner.superclass else {
        return failing("super.none", place, "'\(owner.name)' has no superclass")
      }
      type = superclass
    } else if access.base?.as(DeclReferenceExprSyntax.self)?.baseName.text == "self" {
      type = own.type
    } else {
      return nil
    }
    let namePlace = self.place(access.declName)
    let base = Expression(.type(type), .metatype(type), namePlace)
    // Those of classes fill an instance; what a protocol adds makes one.
    let found: [Declaration] =
      if case .nominal(let declaration, _) = type, declaration.kind == .classType {
        declaration.members["init"] ?? []
      } else { members(of: type, named: "init") }
    let candidates = found.compactMap { member -> CallSite.Candidate? in
      guard case .function(let candidate) = member else { return nil }
      return CallSite.Candidate(declaration: candidate, base: base)
    }
    guard !candidates.isEmpty else {
      return failing("call.initializer", namePlace, "'\(type)' has no initialiser")
    }
    let site = CallSite(name: "init", namePlace: namePlace, candidates: candidates, arguments: arguments)
    let whole = Expression(.variable(own), own.type, place)
    if owner.kind == .classType {
      site.isForced = isForced
      site.initialized = type == own.type ? whole : Expression(.upcast(whole), type, place)
      let call = unresolved(site, place)
      guard isForced else { return call }
      solver.add(.unwrap(call, to: solver.fresh()))
      return Expression(.forceUnwrap(call), .void, place)
    }
    let made = unresolved(site, place)
    if isForced {
      solver.add(.unwrap(made, to: own.type))
      return Expression(.assign(whole, Expression(.forceUnwrap(made), own.type, place)), .void, place)
    }
    let value = solver.fresh()
    let isOptional = candidates.contains { $0.declaration.isFailable } && function.isFailable
    if isOptional {
      // A failure of the other is a failure of this one.
      solver.add(.conversion(made, to: library.optional(of: own.type), because: .assignment))
      return Expression(.delegate(whole, made), .void, place)
    }
    solver.add(.conversion(made, to: value, because: .assignment))
    return Expression(.assign(whole, made), .void, place)
  }

  /// Reports an initialiser of the superclass that one of a subclass cannot call.
  func checkDelegation(to function: FunctionDeclaration, _ site: CallSite) {
    guard let own = context.initializer, source != 0 else { return }
    if function.isConvenience, function.owner !== own.owner {
      report(
        "initializer.convenience", site.namePlace,
        "this is a 'convenience' initialiser of '\(function.owner?.name ?? "")': 'super.init' calls one that is not"
      )
    }
    if function.isFailable, !function.givesImplicitlyUnwrapped, !own.isFailable, !site.isForced {
      report(
        "initializer.failing", site.namePlace,
        "this initialiser may fail, and the one that calls it may not: write 'init?' there, or '!' behind the call"
      )
    }
  }

  /// `super.init(…)!`: the other initialiser may fail, but must not here. Nil for other expressions.
  func buildForcedDelegation(_ force: ForceUnwrapExprSyntax, _ place: Place) -> Expression? {
    guard context.initializer != nil, let call = force.expression.as(FunctionCallExprSyntax.self),
      let access = call.calledExpression.as(MemberAccessExprSyntax.self),
      access.declName.baseName.text == "init",
      access.base?.is(SuperExprSyntax.self) ?? false
        || access.base?.as(DeclReferenceExprSyntax.self)?.baseName.text == "self"
    else { return nil }
    let arguments = buildArguments(
      call.arguments, call.trailingClosure, call.additionalTrailingClosures, of: "init")
    return buildDelegation(access, arguments, place, isForced: true)
  }
}
