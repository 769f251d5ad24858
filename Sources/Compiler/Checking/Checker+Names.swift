import Diagnostics
import SwiftSyntax

/// What names mean: variables, functions in sight, members of the types around.
extension Checker {
  /// - Parameter place: Where the name stands: the reference itself need not be part of the source.
  func buildReference(_ reference: DeclReferenceExprSyntax, at place: Place) -> Expression {
    let name = plain(reference.baseName)
    if isOperator(name), library.operators[name] != nil {
      let site = CallSite(
        name: name, namePlace: place,
        candidates: library.candidates(ofOperator: name, taking: 2)
          + library.candidates(ofOperator: name, taking: 1),
        arguments: [])
      site.isReference = true
      return unresolved(site, place)
    }
    switch lookUp(name) {
    case .variable(let variable):
      if let lost = variable.lost { return failing("name.lost", place, lost) }
      use(variable)
      return Expression(.variable(variable), variable.type, place)
    case .member(let own, let members):
      return member(of: own(place), name, place, arguments: nil, whole: place, among: members)
    case nil where name == "self":
      guard let owner = scope.first({ $0.memberOf }) else { return unknown(name, place) }
      return Expression(.type(owner.selfType), .metatype(owner.selfType), place)
    case .functions(let all):
      let functions = labelled(all, reference)
      guard !functions.isEmpty else {
        return failing(
          "name.unknown", place,
          "no function named '\(name)' has the labels '\(reference.trimmedDescription)'")
      }
      let site = CallSite(
        name: name, namePlace: place,
        candidates: functions.map { CallSite.Candidate(declaration: $0, base: nil) }, arguments: [])
      // A constant of the prelude, such as `M_E`, is a getter.
      site.isReference = functions[0].kind != .getter
      return unresolved(site, place)
    case nil:
      if let type = typeOrMisuse(ExprSyntax(reference)) { return type }
      if isAssigned(reference), scope.first({ $0.memberOf }) == nil {
        return failing(
          "name.unknown", place,
          "cannot find '\(name)' in this \(isProgram ? "program" : "lesson"); to declare it here, write 'var \(name) = …'"
        )
      }
      return unknown(name, place)
    }
  }

  /// The type that an expression names, which is a mistake where a value is wanted; nil where it names none.
  func typeOrMisuse(_ syntax: ExprSyntax) -> Expression? {
    typeIfNamed(syntax).map { isValue(syntax) ? bareType($0) : $0 }
  }

  /// Whether a name stands on the left of a `=` that is a statement.
  private func isAssigned(_ reference: DeclReferenceExprSyntax) -> Bool {
    guard let infix = reference.parent?.as(InfixOperatorExprSyntax.self) else { return false }
    return infix.operator.is(AssignmentExprSyntax.self) && infix.leftOperand.id == ExprSyntax(reference).id
      && infix.parent?.is(CodeBlockItemSyntax.self) ?? false
  }

  /// Whether an expression stands where a value is wanted, not as a part of something larger that names a type.
  private func isValue(_ syntax: ExprSyntax) -> Bool {
    guard let parent = syntax.parent else { return false }
    switch parent.kind {
    case .initializerClause, .labeledExpr, .returnStmt, .codeBlockItem, .infixOperatorExpr: return true
    default: return false
    }
  }

  private func bareType(_ expression: Expression) -> Expression {
    guard case .type(let type) = expression.kind else { return expression }
    return failing(
      "type.bare", expression.place,
      "'\(type)' is a type, not a value: make a value with '\(type)(…)', or write '\(type).self' for the type"
    )
  }

  /// The functions that have the labels written behind a name, as in `area(width:height:)`; all where none are.
  func labelled(_ functions: [FunctionDeclaration], _ reference: DeclReferenceExprSyntax)
    -> [FunctionDeclaration]
  {
    labels(behind: reference).map { labels in functions.filter { $0.hasLabels(labels) } } ?? functions
  }

  /// The labels written behind a name, nil for `_`; nil where there are none.
  func labels(behind reference: DeclReferenceExprSyntax) -> [String?]? {
    reference.argumentNames?.arguments.map { plain($0.name) == "_" ? nil : plain($0.name) }
  }

  func unknown(_ name: String, _ place: Place) -> Expression {
    if let owner = scope.first({ $0.memberOf.flatMap { ownMembers(name, $0).isEmpty ? nil : $0 } }) {
      return failing(
        "name.instance", place,
        ownMembers(name, owner).allSatisfy(isStatic)
          ? "'\(name)' belongs to the type, not to its values: write '\(owner.name).\(name)'"
          : "'\(name)' belongs to each value of '\(owner.name)', and here there is none: neither a 'static' member nor the first value of a property can use it"
      )
    }
    if name.hasPrefix("$"), name.dropFirst().allSatisfy(\.isNumber) {
      return failing(
        "name.unknown", place, "'\(name)' stands only in a closure that does not name its parameters itself")
    }
    let names = scope.visibleNames.filter { !$0.hasPrefix("_") && !isOperator($0) }
    let (hint, fix) = suggestion(for: name, place, ForeignName.value(name), among: names)
    return failing(
      "name.unknown", place, "cannot find '\(name)' in this \(isProgram ? "program" : "lesson")\(hint)",
      fix: fix)
  }

  /// What is said after a name that nothing has: what Swift calls it, or the name that is nearest.
  func suggestion(
    for name: String, _ place: Place, _ foreign: @autoclosure () -> ForeignName?, among names: [String]
  ) -> (hint: String, fix: Diagnostic.Fix?) {
    if let foreign = foreign() { return (foreign.hint, foreign.fix(of: name, place)) }
    if missingNames.contains(name) { return ("; Swift has it, cells do not", nil) }
    // A type is not a misspelt function, nor the other way round, unless its case is all that differs.
    let isUpper = name.first?.isUppercase
    let alike = names.filter { $0.first?.isUppercase == isUpper || $0.lowercased() == name.lowercased() }
    guard let near = nearest(name, among: alike) else { return ("", nil) }
    return (
      "; did you mean '\(near)'?",
      Diagnostic.Fix("replace '\(name)' with '\(near)'", range: place.range, replacement: near)
    )
  }

  enum Found {
    case variable(VariableDeclaration)
    /// Members of the type around, reached through `self`.
    case member((Place) -> Expression, [Declaration])
    case functions([FunctionDeclaration])
  }

  /// What a name means here: the innermost variable, or all functions in sight.
  func lookUp(_ name: String) -> Found? {
    var functions: [FunctionDeclaration] = []
    var current: Scope? = scope
    var seen: [NominalDeclaration] = []
    while let scope = current {
      if functions.isEmpty, let variable = scope.variables[name] { return .variable(variable) }
      if functions.isEmpty, let owner = scope.memberOf, !seen.contains(owner) {
        let members = ownMembers(name, owner)
        if !members.isEmpty {
          let found = ownMember(among: members, owner, scope, isInnermost: seen.isEmpty)
          // Members that need another `self` hide what is outside all the same.
          if found != nil || source != 0 { return found }
        }
        seen.append(owner)
      }
      if let found = scope.functions[name] {
        // The prelude declares none twice.
        if functions.isEmpty, scope === library.preludeScope { return .functions(found) }
        for function in found where !functions.contains(where: { sameSignature($0, function) }) {
          functions.append(function)
        }
        // Functions inside functions hide those outside; those of cells and prelude overload each other.
        if found.contains(where: { $0.outerContext != nil }) { break }
      }
      current = scope.parent
    }
    return functions.isEmpty ? nil : .functions(functions)
  }

  /// The members of a type around; in an extension of a protocol, what its conditions say of `Self` counts too.
  private func ownMembers(_ name: String, _ owner: NominalDeclaration) -> [Declaration] {
    owner.kind == .protocolType
      ? members(of: owner.selfType, named: name) : members(of: owner, named: name) ?? []
  }

  /// A member of a type around, reached through its `self` or, where there is none, through the type; nil where the
  /// members belong to the other of the two.
  private func ownMember(
    among members: [Declaration], _ owner: NominalDeclaration, _ scope: Scope, isInnermost: Bool
  ) -> Found? {
    let own = isInnermost ? nearestSelf(inside: scope) ?? scope.selfVariable : nil
    let fitting = members.filter { isStatic($0) == (own == nil) }
    guard !fitting.isEmpty else { return nil }
    return .member(
      { place in
        guard let own else {
          return self.typeAround(owner, place)
            ?? Expression(.type(owner.selfType), .metatype(owner.selfType), place)
        }
        self.use(own)
        let implied = Expression(.variable(own), own.type, place)
        implied.isImplied = true
        return implied
      }, fitting)
  }

  /// The `self` that `guard let self` has made.
  func nearestSelf(inside outer: Scope) -> VariableDeclaration? {
    var current: Scope? = self.scope
    while let scope = current, scope !== outer {
      if let own = scope.variables["self"], library.isClass(own.type), library.wrapped(own.type) == nil {
        return own
      }
      current = scope.parent
    }
    return nil
  }

  func isStatic(_ member: Declaration) -> Bool {
    switch member {
    case .variable(let variable): variable.isLazyGlobal
    case .function(let function): !function.isInstanceMember
    }
  }

  /// `super`: the instance at hand, as one of the superclass.
  func buildSuper(_ place: Place) -> Expression {
    guard let owner = scope.first({ $0.memberOf }), let superclass = owner.superclass else {
      return failing("super.none", place, "'super' can stand only in a class with a superclass")
    }
    if let own = typeAround(owner, place) {
      return Expression(.upcast(own), .metatype(superclass), place)
    }
    guard let own = scope.first({ $0.selfVariable }) else {
      return failing("super.none", place, "'super' can stand only in a class with a superclass")
    }
    use(own)
    return Expression(.upcast(Expression(.variable(own), own.type, place)), superclass, place)
  }

  func unresolved(_ site: CallSite, _ place: Place) -> Expression {
    let expression = Expression(.unresolvedCall(site), solver.fresh(), place)
    solver.add(.call(site, expression))
    return expression
  }
}
