/// Literals as values of types that say how they are made from one.
extension Checker {
  /// What the elements of an array literal, or the keys and values of a dictionary literal, are for a type.
  ///
  /// Nil for types that no such literal makes, and for those that the language itself makes from one.
  func literalParts(_ expression: Expression, as type: Type) -> [Type]? {
    guard case .nominal(let declaration, _) = type.shallow, declaration !== library.arrayDeclaration,
      declaration !== library.dictionaryDeclaration, declaration !== library.setDeclaration,
      declaration !== library.optionalDeclaration
    else { return nil }
    let (name, parts): (String, [String])
    switch expression.kind {
    case .array: (name, parts) = ("ExpressibleByArrayLiteral", ["ArrayLiteralElement"])
    case .dictionary: (name, parts) = ("ExpressibleByDictionaryLiteral", ["Key", "Value"])
    default: return nil
    }
    guard let wanted = library.nominal(name), conforms(type, to: wanted) else { return nil }
    let found = parts.compactMap { type.shallow.memberType($0) }
    return found.count == parts.count ? found : nil
  }

  /// The initialiser with one label, such as `integerLiteral`.
  func literalInitializer(of declaration: NominalDeclaration, _ label: String) -> FunctionDeclaration? {
    for case .function(let function) in members(of: declaration, named: "init") ?? []
    where !function.isRequirement && function.parameters.count == 1 && function.parameters[0].label == label {
      return function
    }
    return nil
  }

  /// A call of the initialiser that makes a value of a type from a literal's value.
  func literalCall(_ argument: Expression, as type: Type, _ label: String) -> Expression? {
    guard case .nominal(let declaration, let arguments) = type,
      let function = literalInitializer(of: declaration, label)
    else { return nil }
    var types: Substitution = declaration.substitution(arguments)
    if let owner = function.owner, owner.kind == .protocolType { types[owner.selfParameter] = type }
    let reference = FunctionReference(declaration: function, substitution: types)
    let kind: Expression.Kind =
      declaration.kind == .classType ? .make(reference, [argument]) : .call(reference, [argument])
    return Expression(kind, type, argument.place)
  }

  /// An array or dictionary literal as a type of the author's.
  func madeFromLiteral(_ literal: Expression, as type: Type) -> Expression? {
    guard let parts = literalParts(literal, as: type) else { return nil }
    switch literal.kind {
    case .array(let elements):
      literal.kind = .array(elements.map { coerce($0, to: parts[0]) })
      literal.type = library.array(of: parts[0])
      return literalCall(literal, as: type, "arrayLiteral")
    case .dictionary(let elements):
      let pair = Type.tuple(parts.map { Type.TupleElement(label: nil, type: $0) })
      let pairs = stride(from: 0, to: elements.count, by: 2).map { index in
        Expression(
          .tuple([coerce(elements[index], to: parts[0]), coerce(elements[index + 1], to: parts[1])]), pair,
          elements[index].place)
      }
      return literalCall(
        Expression(.array(pairs), library.array(of: pair), literal.place), as: type, "dictionaryLiteral")
    default: return nil
    }
  }

  /// `nil` as a type of the author's.
  func nilLiteral(_ literal: Expression, as type: Type) -> Expression? {
    guard case .none = literal.kind, isMadeFromNil(type) else { return nil }
    return literalCall(Expression(.tuple([]), .void, literal.place), as: type, "nilLiteral")
  }

  /// Whether a type other than an optional can be `nil`.
  func isMadeFromNil(_ type: Type) -> Bool {
    guard case .nominal(let declaration, _) = type.shallow, declaration !== library.optionalDeclaration,
      let wanted = library.nominal("ExpressibleByNilLiteral")
    else { return false }
    return conforms(type, to: wanted)
  }

  /// A scalar literal as a type of the author's; nil where the machine has values of the type itself.
  func scalarLiteral(_ literal: Expression, as type: Type) -> Expression? {
    let label: String
    switch literal.kind {
    case .integer: label = "integerLiteral"
    case .double: label = "floatLiteral"
    case .boolean: label = "booleanLiteral"
    case .string, .interpolation: label = "stringLiteral"
    default: return nil
    }
    if case .interpolation = literal.kind, library.isKnown(type, "Character") {
      report(
        "type.mismatch", literal.place,
        "a text with interpolations is a 'String', and a 'Character' is needed here: write 'Character(…)'")
      return failed(literal.place)
    }
    guard case .nominal(let declaration, let arguments) = type,
      declaration.place.source != 0 || library.isKnown(type, "UnicodeScalar")
    else { return nil }
    if case .interpolation = literal.kind,
      let interpolated = library.nominal("ExpressibleByStringInterpolation"),
      !conforms(type, to: interpolated)
    {
      report(
        "type.mismatch", literal.place,
        "'\(declaration.name)' does not conform to 'ExpressibleByStringInterpolation': it is made from texts without interpolations only"
      )
      return failed(literal.place)
    }
    guard let function = literalInitializer(of: declaration, label) else {
      report(
        "type.mismatch", literal.place, "'\(declaration.name)' has no 'init(\(label):)' for this literal")
      return failed(literal.place)
    }
    let own = normalized(function.parameters[0].type.substituting(declaration.substitution(arguments)))
    return literalCall(Expression(literal.kind, own, literal.place), as: type, label)
  }
}
