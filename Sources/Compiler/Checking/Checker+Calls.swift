import Diagnostics
import SwiftSyntax

/// Calls: of functions by their names, of members, of types and of function values.
extension Checker {
  func buildArguments(
    _ list: LabeledExprListSyntax, _ trailing: ClosureExprSyntax?,
    _ additional: MultipleTrailingClosureElementListSyntax?, of name: String? = nil, callee: ExprSyntax? = nil
  ) -> [CallSite.Argument] {
    func builder(_ label: String?) -> Type? { callee.flatMap { resultBuilder(ofCallTo: $0, label) } }
    var arguments = list.map { argument -> CallSite.Argument in
      let label = argument.label.map(plain)
      if let closure = argument.expression.as(ClosureExprSyntax.self), let builder = builder(label ?? "_") {
        return CallSite.Argument(label: label, expression: buildClosure(closure, builder: builder))
      }
      return buildArgument(argument.expression, label, of: name)
    }
    if let trailing {
      arguments.append(
        CallSite.Argument(
          label: nil, expression: buildClosure(trailing, builder: builder(nil)), isTrailingClosure: true))
    }
    for element in additional.elements {
      let label = element.label.text
      arguments.append(
        CallSite.Argument(label: label, expression: buildClosure(element.closure, builder: builder(label))))
    }
    return arguments
  }

  func buildCall(_ call: FunctionCallExprSyntax, _ place: Place) -> Expression {
    let callee = call.calledExpression
    func arguments() -> [CallSite.Argument] {
      buildArguments(
        call.arguments, call.trailingClosure, call.additionalTrailingClosures, of: calledName(callee),
        callee: callee)
    }
    if let reference = callee.as(DeclReferenceExprSyntax.self), reference.argumentNames == nil {
      let name = plain(reference.baseName)
      let namePlace = self.place(reference)
      func call(_ functions: [FunctionDeclaration], _ arguments: [CallSite.Argument]) -> Expression {
        let candidates = functions.map { CallSite.Candidate(declaration: $0, base: nil) }
        return unresolved(
          CallSite(name: name, namePlace: namePlace, candidates: candidates, arguments: arguments), place)
      }
      switch lookUp(name) {
      case .functions(let functions): return call(functions, arguments())
      case .member(let own, let members):
        let arguments = arguments()
        if let functions = library.preludeScope.functions[name], !takes(arguments, members) {
          // The library's own `max(a, b)` among the members of a collection; authors write `Swift.max(a, b)`.
          if source == 0 || giveWay(members) { return call(functions, arguments) }
          if functions[0].place.source == 0, !members.contains(where: isOfAuthor) {
            return failing(
              "name.hidden", namePlace,
              "'\(name)' is a method of the type around here: write 'Swift.\(name)' for the function of this name",
              fix: Diagnostic.Fix(
                "write 'Swift.\(name)'", range: namePlace.range, replacement: "Swift.\(name)"))
          }
        }
        return member(
          of: own(namePlace), name, namePlace, arguments: arguments, whole: place, among: members)
      case .variable: break
      case nil:
        if typeNamed(by: callee) == nil {
          _ = arguments()
          return unknown(name, namePlace)
        }
      }
    }
    if callee.is(MemberAccessExprSyntax.self), let type = typeNamed(by: callee) {
      if let literal = literal(of: type, call) { return literal }
      let base = typeValue(type, callee)
      return member(of: base, "init", self.place(callee), arguments: arguments(), whole: place)
    }
    if let access = callee.as(MemberAccessExprSyntax.self) {
      let arguments = arguments()
      if let delegation = buildDelegation(access, arguments, place) { return delegation }
      return buildMember(access, arguments: arguments, whole: place)
    }
    if let type = typeNamed(by: callee) {
      if let literal = literal(of: type, call) { return literal }
      let base = typeValue(type, callee)
      return member(of: base, "init", self.place(callee), arguments: arguments(), whole: place)
    }
    if let unapplied = buildUnapplied(callee, place, arguments) { return unapplied }
    var function = build(callee)
    if isImplicitlyUnwrapped(function), let wrapped = library.wrapped(function.type) {
      function = Expression(.forceUnwrap(function), wrapped, function.place)
    }
    return apply(function, arguments(), place)
  }

  /// `UnicodeScalar("a")`: a literal of the type itself, where others of its initialisers may fail; nil for other calls.
  private func literal(of type: Type, _ call: FunctionCallExprSyntax) -> Expression? {
    guard library.isKnown(type, "UnicodeScalar"), call.trailingClosure == nil, call.arguments.count == 1,
      let only = call.arguments.first, only.label == nil,
      let text = only.expression.as(StringLiteralExprSyntax.self)?.representedLiteralValue,
      text.unicodeScalars.count == 1
    else { return nil }
    let literal = build(only.expression)
    return solver.unify(literal.type, type) ? literal : nil
  }

  /// Whether one of several members may be called with as many arguments under such labels.
  private func takes(_ arguments: [CallSite.Argument], _ members: [Declaration]) -> Bool {
    members.contains {
      guard case .function(let function) = $0, function.kind != .getter else { return true }
      return match(function, arguments) != nil
    }
  }

  /// Whether members of the type around do not hide a function of their name: those that it has only under a
  /// condition, as a range has those of sequences, and those of `String`.
  private func giveWay(_ members: [Declaration]) -> Bool {
    guard let around = scope.first({ $0.memberOf }), around.kind != .protocolType else { return false }
    return members.allSatisfy {
      guard case .function(let function) = $0, let owner = function.owner, owner.kind == .protocolType else {
        return false
      }
      return around.selfType == library.string
        || library.conformance(of: around, to: owner)?.requirements.isEmpty == false
    }
  }

  private func isOfAuthor(_ member: Declaration) -> Bool {
    switch member {
    case .function(let function): !function.isOfPrelude
    case .variable(let variable): variable.place.source != 0
    }
  }

  /// Whether values of a type have a `callAsFunction`.
  func isCallable(_ type: Type) -> Bool {
    switch type.shallow {
    case .nominal, .parameter, .member, .existential: !members(of: type, named: "callAsFunction").isEmpty
    case .tuple, .function, .variable, .metatype, .error: false
    }
  }

  func apply(_ function: Expression, _ arguments: [CallSite.Argument], _ place: Place) -> Expression {
    let type = calledType(function)
    if isCallable(type) {
      return member(of: function, "callAsFunction", function.place, arguments: arguments, whole: place)
    }
    if case .nominal(let declaration, _) = type, declaration.isDynamicCallable {
      return member(
        of: function, "dynamicallyCall", function.place,
        arguments: [dynamicArgument(arguments, of: declaration, place)], whole: place)
    }
    if let labelled = arguments.first(where: { $0.label != nil }) {
      return failing(
        "call.label", labelled.expression.place,
        "a function value is called without labels: leave '\(labelled.label ?? ""):' out")
    }
    let call = Expression(.apply(function, arguments.map(\.expression)), solver.fresh(), place)
    solver.add(.apply(function, arguments.map(\.expression), call))
    return call
  }

  /// The type of what is called; also of a call with one result, whatever its arguments say.
  private func calledType(_ function: Expression) -> Type {
    let type = solver.head(function.type)
    guard case .variable = type, case .unresolvedCall(let site) = function.kind, !site.isReference,
      let result = site.candidates.first?.declaration.result, result.isPlain,
      site.candidates.allSatisfy({ $0.declaration.result == result })
    else { return type }
    return result
  }

  /// What a `@dynamicCallable` value is called with: an array of the arguments, or a dictionary literal with their labels.
  private func dynamicArgument(
    _ arguments: [CallSite.Argument], of declaration: NominalDeclaration, _ place: Place
  ) -> CallSite.Argument {
    let value = solver.fresh()
    for argument in arguments { solver.add(.conversion(argument.expression, to: value, because: .element)) }
    if arguments.allSatisfy({ $0.label == nil }), isCalledDynamically(declaration, with: "withArguments") {
      let values = Expression(.array(arguments.map(\.expression)), library.array(of: value), place)
      return CallSite.Argument(label: "withArguments", expression: values)
    }
    let parts = arguments.flatMap {
      [Expression(.string($0.label ?? ""), library.string, $0.expression.place), $0.expression]
    }
    let pairs = Expression(.dictionary(parts), library.dictionary(of: library.string, value), place)
    return CallSite.Argument(label: "withKeywordArguments", expression: pairs)
  }

  /// Whether an array stands for all values of a variadic parameter, though it could be one of them: the compiler
  /// takes an array of `Any` so where each parameter has an argument of just its type.
  func passesWhole(
    _ matched: [ArgumentMatch], _ site: CallSite, _ function: FunctionDeclaration,
    _ substitution: Substitution,
    _ index: Int
  ) -> Bool {
    guard case .variadic(let numbers) = matched[index], numbers.count == 1,
      library.arrayElement(site.arguments[numbers[0]].expression.type.resolved) != nil
    else { return false }
    return zip(matched, function.parameters).allSatisfy { match, parameter in
      let number: Int
      switch match {
      case .argument(let one): number = one
      case .variadic(let several):
        guard several.count == 1 else { return false }
        number = several[0]
      case .defaultValue: return false
      }
      let wanted = normalized(parameter.type.substituting(substitution))
      if case .function = wanted { return false }
      return normalized(site.arguments[number].expression.type.resolved) == wanted
    }
  }
}
