import Diagnostics
import SwiftSyntax

/// The conversions that Swift makes without being asked: to optionals, to `any P`, to superclasses, of functions.
extension Checker {
  /// An array literal as a set or slice.
  private func madeOf(_ literal: Expression, _ type: Type) -> Expression {
    guard case .nominal(let declaration, let arguments) = type else { return failed(literal.place) }
    for case .function(let function) in declaration.members["_literal"] ?? [] {
      let reference = FunctionReference(
        declaration: function, substitution: declaration.substitution(arguments))
      return Expression(.call(reference, [literal]), type, literal.place)
    }
    return failed(literal.place)
  }

  /// `chain?.value ?? 0` as an `Any`: where the compiler learns late what the optional wraps, it takes the literal for
  /// an `Int`, whatever the value is.
  private func meetingInAny(_ expression: Expression, _ type: Type) -> Expression? {
    guard case .coalesce(let left, let right) = expression.kind, expression.type != library.int,
      isOpenForLong(left)
    else { return nil }
    switch right.kind {
    case .integer:
      right.type = library.int
      expression.kind = .coalesce(coerce(left, to: library.optional(of: type)), coerce(right, to: type))
      expression.type = type
      return expression
    case .call(_, let operands)
    where !operands.isEmpty && operands.allSatisfy({ if case .integer = $0.kind { true } else { false } }):
      // So it does with what is computed of literals; better to ask than to differ.
      report(
        "type.ambiguous", expression.place,
        "the type of this value is not clear; give it a name with a type first")
      return failed(expression.place)
    default: return nil
    }
  }

  /// Whether the compiler learns what an optional wraps only after it has decided on literals: where a chain or `try?`
  /// makes it optional, and where that is what a closure gives.
  private func isOpenForLong(_ optional: Expression) -> Bool {
    switch optional.kind {
    case .tuple(let parts) where parts.count == 1: return isOpenForLong(parts[0])
    case .wrap(let inner): return isOpenForLong(inner)
    case .chain:
      var inner = optional
      while case .chain(_, _, let next) = inner.kind { inner = next }
      return library.wrapped(inner.type) == nil
    case .attempt(let inner, .optional): return library.wrapped(inner.type) == nil
    case .call(let reference, let arguments):
      let function = reference.declaration
      if function.genericParameters.isEmpty {
        // What asks for more of the elements, as `max()` does, has them decided at once.
        let isUnconditional = function.requirements.count == function.owner?.requirements.count ?? 0
        return isUnconditional && (arguments.first.map(isOpenForLong) ?? false)
      }
      return zip(function.parameters, arguments.suffix(function.parameters.count)).contains {
        taken, argument in
        guard case .closure(let closure) = argument.kind, closure.leavesResultOpen,
          case .function(let type) = taken.type
        else { return false }
        return function.genericParameters.contains { parameter in
          type.result.mentions(parameter) && function.result.mentions(parameter)
            && !function.parameters.contains { $0.type == .parameter(parameter) }
        }
      }
    default: return false
    }
  }

  /// A value as an `AnyHashable`; nil where another type is wanted.
  private func madeAnyHashable(_ value: Expression, as type: Type) -> Expression? {
    guard library.isKnown(type, "AnyHashable"), !value.type.hasVariables,
      let hashable = erased(type).map(Type.existential),
      let function = library.preludeScope.functions["_anyHashable"]?.first
    else { return nil }
    return Expression(
      .call(FunctionReference(declaration: function, substitution: [:]), [coerce(value, to: hashable)]), type,
      value.place)
  }

  /// Makes the implicit conversion to a type explicit.
  func coerce(_ expression: Expression, to wanted: Type) -> Expression {
    let to = normalized(wanted.resolved)
    let from = expression.type
    if from == to || from.hasError || to.hasError { return expression }
    if case .array = expression.kind, library.setElement(to) != nil { return madeOf(expression, to) }
    if let made = madeFromLiteral(expression, as: to) ?? nilLiteral(expression, as: to) { return made }
    if from == library.never { return Expression(.unreachable(expression), to, expression.place) }
    if case .existential = to {
      if case .existential = from { return expression }
      if let meeting = meetingInAny(expression, to) { return meeting }
      if case .variable = from { return expression }
      if case .existential(let protocols) = to, protocols.isEmpty { checkShown(expression) }
      return Expression(.erase(expression), to, expression.place)
    }
    if let made = madeAnyHashable(expression, as: to) { return made }
    if case .metatype = from, case .metatype = to {
      return Expression(.upcast(expression), to, expression.place)
    }
    if case .nominal(let wanted, _) = to, wanted.kind == .classType, library.wrapped(from) == nil {
      return supertype(of: from, as: wanted) == nil
        ? expression : Expression(.upcast(expression), to, expression.place)
    }
    if case .array(let elements) = expression.kind, let element = library.arrayElement(to) {
      expression.kind = .array(elements.map { coerce($0, to: element) })
      expression.type = to
      return expression
    }
    if library.wrapped(to) == nil, let wrapped = library.wrapped(from), isImplicitlyUnwrapped(expression) {
      return coerce(Expression(.forceUnwrap(expression), wrapped, expression.place), to: to)
    }
    if let wrapped = library.wrapped(to) {
      if case .none = expression.kind {
        expression.type = to
        return expression
      }
      guard let inner = library.wrapped(from) else {
        return Expression(.wrap(coerce(expression, to: wrapped)), to, expression.place)
      }
      if case .nominal(let declaration, _) = wrapped, supertype(of: inner, as: declaration) != nil,
        declaration.kind == .classType
      {
        return Expression(.upcast(expression), to, expression.place)
      }
      if library.wrapped(wrapped) != nil, library.wrapped(inner) == nil {
        return Expression(.wrap(coerce(expression, to: wrapped)), to, expression.place)
      }
      return mapped(expression, from: inner, to: wrapped)
    }
    if let inner = library.arrayElement(from), let wanted = library.arrayElement(to) {
      return mapped(expression, to, by: "_mapElements", from: inner, to: wanted)
    }
    if case .nominal(let declaration, let own) = from, declaration === library.dictionaryDeclaration,
      case .nominal(declaration, let wanted) = to
    {
      return mapped(expression, to, by: "_mapValues", from: own[1], to: wanted[1], keys: [own[0]])
    }
    if case .tuple(let elements) = expression.kind, case .tuple(let types) = to, elements.count == types.count
    {
      expression.kind = .tuple(zip(elements, types).map { coerce($0, to: $1.type) })
      expression.type = to
    } else if case .tuple(let own) = from, case .tuple(let types) = to, own.map(\.type) == types.map(\.type) {
      // The same values under other labels, or none.
      expression.type = to
    } else if case .tuple(let own) = from, case .tuple(let types) = to, own.count == types.count,
      case .variable(let whole) = expression.kind
    {
      let parts = own.enumerated().map { index, part in
        let read = Expression(.variable(whole), from, expression.place)
        return coerce(
          Expression(.element(read, index), part.type, expression.place), to: types[index].type)
      }
      return Expression(.tuple(parts), to, expression.place)
    } else if case .function(let own) = from, case .function(let wanted) = to {
      return adapted(expression, own, to: wanted)
    }
    return expression
  }

  /// An optional whose value, where there is one, is converted.
  private func mapped(_ optional: Expression, from: Type, to: Type) -> Expression {
    let place = optional.place
    let link = VariableDeclaration(name: "_link", type: from, isLet: true, context: context, place: place)
    link.linkBase = optional
    let result = library.optional(of: to)
    let value = coerce(Expression(.variable(link), from, place), to: to)
    return Expression(
      .chain(base: optional, variable: link, inner: Expression(.wrap(value), result, place)), result, place)
  }

  /// A collection whose elements or values are converted by a function of the prelude that takes a closure.
  private func mapped(
    _ collection: Expression, _ type: Type, by name: String, from: Type, to: Type, keys: [Type] = []
  ) -> Expression {
    guard let function = library.preludeScope.functions[name]?.first else { return failed(collection.place) }
    let place = collection.place
    let shape = FunctionType(parameters: [FunctionType.Parameter(type: from)], result: to)
    let transform = forwarding(shape, place) { coerce($0[0], to: to) }
    let substitution = Dictionary(
      zip(function.genericParameters, keys + [from, to]), uniquingKeysWith: { first, _ in first })
    return Expression(
      .call(FunctionReference(declaration: function, substitution: substitution), [collection, transform]),
      type, place)
  }

  /// A function as one of another type, which may throw more, takes less and gives more.
  private func adapted(_ function: Expression, _ own: FunctionType, to wanted: FunctionType) -> Expression {
    let place = function.place
    let isSame =
      own.parameters.count == wanted.parameters.count
      && zip(own.parameters, wanted.parameters).allSatisfy({ normalized($0.type) == normalized($1.type) })
      && normalized(own.result) == normalized(wanted.result)
    var takesApart = false
    if case .closure(let closure) = function.kind, !closure.isForwarding {
      takesApart = own.parameters.count != wanted.parameters.count
    }
    if isSame || takesApart {
      // A closure that is written here takes a tuple apart itself.
      if own.canThrow { function.type = .function(wanted) }
      return function
    }
    var shape = wanted
    shape.canThrow = own.canThrow
    return forwarding(shape, place, keeping: function) { arguments in
      let kept = arguments[0]
      var values = Array(arguments.dropFirst())
      if values.count == 1, own.parameters.count > 1 {
        // A tuple is taken apart.
        let whole = values[0]
        values = own.parameters.enumerated().map { Expression(.element(whole, $0), $1.type, place) }
      }
      let passed = zip(values, own.parameters).map { argument, parameter in
        parameter.isInout ? argument : coerce(argument, to: parameter.type)
      }
      let call = Expression(.apply(kept, passed), own.result, place)
      call.canThrow = own.canThrow
      return coerce(call, to: wanted.result)
    }
  }
}
