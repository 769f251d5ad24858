import Diagnostics
import SwiftSyntax

/// Types as values: `Self`, the `self` of static members, and initialisers of types that are known only at run time.
extension Checker {
  /// The `self` of the static member around: the type that it was called on.
  func typeAround(_ owner: NominalDeclaration, _ place: Place) -> Expression? {
    guard let own = scope.first({ $0.variables["self"] }), own.type == .metatype(owner.selfType) else {
      return nil
    }
    use(own)
    return Expression(.variable(own), own.type, place)
  }

  /// A type as a value; `Self` is the type of the instance at hand, which may be a subclass.
  func typeValue(_ type: Type, _ syntax: ExprSyntax) -> Expression {
    let place = place(syntax)
    let whole = Expression(.type(type), .metatype(type), place)
    guard syntax.as(DeclReferenceExprSyntax.self)?.baseName.text == "Self",
      let owner = scope.first({ $0.memberOf }), owner.selfType == type
    else { return whole }
    if let own = typeAround(owner, place) { return own }
    guard owner.kind == .classType, !owner.isFinal, let own = scope.first({ $0.selfVariable }),
      own.type == type
    else { return whole }
    use(own)
    let instance = Expression(.variable(own), own.type, place)
    instance.isImplied = true
    return typeOf(instance)
  }

  /// `type(of: value)`.
  private func typeOf(_ value: Expression) -> Expression {
    guard let function = library.typeFunction,
      let parameter = function.genericParameters.first
    else { return failed(value.place) }
    let reference = FunctionReference(declaration: function, substitution: [parameter: value.type])
    return Expression(.call(reference, [value]), .metatype(value.type), value.place)
  }

  /// What a member gives where that depends on what it is called on: `Self`, or a new value of a type parameter.
  func result(of function: FunctionDeclaration, on base: Type) -> Type {
    guard let owner = function.owner, owner.kind == .classType else { return function.result }
    var isOwn = function.returnsSelf
    if function.kind == .initializer { isOwn = classBound(of: base) != nil }
    guard isOwn, supertype(of: base, as: owner) != nil else { return function.result }
    return library.wrapped(function.result) == nil ? base : library.optional(of: base)
  }

  /// Whether a type as a value is known only when the program runs.
  func isTypeAtRunTime(_ base: Expression) -> Bool {
    guard case .metatype(let instance) = base.type.resolved else { return false }
    if case .type = base.kind { return false }
    if case .nominal(let declaration, _) = instance { return declaration.kind == .classType }
    return true
  }

  /// A call of an initialiser of such a type.
  func makeOfTypeAtRunTime(
    _ expression: Expression, _ type: Expression, _ reference: FunctionReference, _ arguments: [Expression]
  ) -> Expression {
    let function = reference.declaration
    if let owner = function.owner, owner.kind == .classType, !function.isRequired, !owner.isFinal {
      report(
        "initializer.required", expression.place,
        "only a 'required' initialiser can be called on a type that is known only at run time",
        notes: [note("this one is not marked 'required'", function.place)])
    }
    expression.kind = .makeDynamic(type, reference, arguments)
    noteThrow(expression, calling: function, reference.substitution, arguments)
    return expression
  }
}
