/// A type of the cells' language.
indirect enum Type: Hashable {
  /// A declared type with its generic arguments.
  case nominal(NominalDeclaration, [Type])
  case tuple([TupleElement])
  case function(FunctionType)
  /// An unknown that the solver is to find.
  case variable(TypeVariable)
  /// A generic parameter inside its own declaration.
  case parameter(GenericParameter)
  /// `Base.Element`, where the base is not known yet.
  case member(Type, String)
  /// `any P & Q`; without protocols it is `Any`.
  case existential([NominalDeclaration])
  /// The type of a type: `Int.Type`.
  case metatype(Type)
  /// Stands where an error has been reported; agrees with everything.
  case error

  struct TupleElement: Hashable {
    var label: String?
    var type: Type
  }

  static var void: Type { .tuple([]) }
  static var any: Type { .existential([]) }

  var isVoid: Bool {
    if case .tuple(let elements) = self { return elements.isEmpty }
    return false
  }
}

/// The type of a function: parameters, result and whether it throws.
struct FunctionType: Hashable {
  struct Parameter: Hashable {
    var type: Type
    var isInout = false
  }

  var parameters: [Parameter]
  var result: Type
  var canThrow = false
  /// The one type of its errors, as in `throws(ParseError)`; nil where they may be of any type.
  var thrown: Type?

  /// What is written of it before the arrow.
  var effects: String { canThrow ? " throws" + (thrown.map { "(\($0))" } ?? "") : "" }
}

/// A type parameter of a generic declaration, or a protocol's `Self`.
final class GenericParameter: Hashable {
  let name: String

  init(name: String) { self.name = name }

  static func == (left: GenericParameter, right: GenericParameter) -> Bool { left === right }
  func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

/// What a generic declaration asks of its type parameters.
enum Requirement: Hashable {
  case conforms(Type, NominalDeclaration)
  case same(Type, Type)
}

/// What stands for type parameters at a use.
typealias Substitution = [GenericParameter: Type]

extension Substitution {
  /// What stands for the same type parameters after a change.
  func mapTypes(_ transform: (Type) -> Type) -> Substitution {
    // The copy that `mapValues` makes of an empty one costs too.
    isEmpty ? self : mapValues(transform)
  }
}

extension Array {
  /// The array with the elements replaced for which `replace` gives one; nil where there is none.
  fileprivate func replaced(_ replace: (Element) -> Element?) -> [Element]? {
    var changed: [Element]?
    for index in indices {
      guard let element = replace(self[index]) else { continue }
      if changed == nil { changed = self }
      changed?[index] = element
    }
    return changed
  }
}

extension Type {
  /// Whether it is a declared type without type arguments, so that it has no parts.
  var isPlain: Bool {
    if case .nominal(_, let arguments) = self { return arguments.isEmpty }
    return false
  }

  /// The type with each part replaced for which `replace` gives one; parts of a replacement are left alone.
  func mapped(_ replace: (Type) -> Type?) -> Type { replaced(replace) ?? self }

  /// What `mapped` gives; nil where that is the type itself.
  private func replaced(_ replace: (Type) -> Type?) -> Type? {
    if let replacement = replace(self) { return replacement }
    switch self {
    case .nominal(let declaration, let arguments):
      return arguments.replaced { $0.replaced(replace) }.map { .nominal(declaration, $0) }
    case .tuple(let elements):
      return elements.replaced { element in
        element.type.replaced(replace).map { TupleElement(label: element.label, type: $0) }
      }.map { .tuple($0) }
    case .function(let function):
      let parameters = function.parameters.replaced { parameter in
        parameter.type.replaced(replace).map {
          FunctionType.Parameter(type: $0, isInout: parameter.isInout)
        }
      }
      let result = function.result.replaced(replace)
      let thrown = function.thrown?.replaced(replace)
      if parameters == nil, result == nil, thrown == nil { return nil }
      return .function(
        FunctionType(
          parameters: parameters ?? function.parameters, result: result ?? function.result,
          canThrow: function.canThrow, thrown: thrown ?? function.thrown))
    case .member(let base, let name):
      let mapped = base.mapped(replace)
      return mapped.memberType(name) ?? .member(mapped, name)
    case .metatype(let type): return type.replaced(replace).map { .metatype($0) }
    case .existential(let protocols):
      if protocols.allSatisfy({ $0.fixed == nil }) { return nil }
      return .existential(
        protocols.map { wanted in
          wanted.fixed.map { $0.base.fixing($0.types.map { $0.mapped(replace) }) } ?? wanted
        })
    case .variable, .parameter, .error: return nil
    }
  }

  /// The type with generic parameters replaced.
  func substituting(_ substitution: Substitution) -> Type {
    if substitution.isEmpty || isPlain { return self }
    return mapped { type in
      if case .parameter(let parameter) = type { return substitution[parameter] }
      return nil
    }
  }

  /// Finds what stands for type parameters where this type, which mentions them, is to be `actual`.
  func find(_ parameters: [GenericParameter], in actual: Type, _ found: inout Substitution) {
    switch (self, actual) {
    case (.parameter(let parameter), _):
      if parameters.contains(parameter), found[parameter] == nil { found[parameter] = actual }
    case (.nominal(let a, let own), .nominal(let b, let others)) where a === b:
      for (part, other) in zip(own, others) { part.find(parameters, in: other, &found) }
    case (.tuple(let own), .tuple(let others)):
      for (part, other) in zip(own, others) { part.type.find(parameters, in: other.type, &found) }
    case (.function(let own), .function(let other)):
      for (part, other) in zip(own.parameters, other.parameters) {
        part.type.find(parameters, in: other.type, &found)
      }
      own.result.find(parameters, in: other.result, &found)
    case (.metatype(let own), .metatype(let other)): own.find(parameters, in: other, &found)
    default: break
    }
  }

  /// What `self.name` is where that is known: a type argument or a type alias of a declared type.
  func memberType(_ name: String) -> Type? {
    if case .variable(let variable) = self { return variable.promised[name] }
    guard case .nominal(let declaration, let arguments) = self else { return nil }
    if let alias = declaration.typeAlias(name) {
      return alias.resolved.substituting(declaration.substitution(arguments))
    }
    // The innermost of several of one name.
    if let found = zip(declaration.genericParameters, arguments).reversed().first(where: { $0.0.name == name }
    ) {
      return found.1
    }
    // A type declared in it, such as an `Iterator`.
    guard let nested = declaration.nested[name], nested.genericParameters.count <= arguments.count else {
      return nil
    }
    return .nominal(nested, Array(arguments.prefix(nested.genericParameters.count)))
  }

  /// The type with solved unknowns replaced by what was found.
  var resolved: Type {
    if case .variable(let variable) = self {
      guard let binding = variable.binding else { return self }
      return binding.resolved
    }
    if isPlain { return self }
    return mapped { type in
      if case .variable(let variable) = type {
        return variable.binding.map(\.resolved)
      }
      return nil
    }
  }

  /// The type itself without following into its parts.
  var shallow: Type {
    switch self {
    case .variable, .member: followed
    default: self
    }
  }

  private var followed: Type {
    var type = self
    while case .variable(let variable) = type, let binding = variable.binding { type = binding }
    if case .member(let base, let name) = type {
      let inner = base.shallow
      if let member = inner.memberType(name) { return member.shallow }
      return .member(inner, name)
    }
    return type
  }

  /// Whether it has unknowns.
  var hasVariables: Bool {
    switch self {
    case .variable(let variable): variable.binding?.hasVariables ?? true
    case .nominal(_, let arguments): arguments.contains { $0.hasVariables }
    case .tuple(let elements): elements.contains { $0.type.hasVariables }
    case .function(let function):
      function.result.hasVariables || function.parameters.contains { $0.type.hasVariables }
    case .member(let base, _): base.hasVariables
    case .metatype(let type): type.hasVariables
    case .existential: fixedTypes.contains { $0.hasVariables }
    case .parameter, .error: false
    }
  }

  /// The largest type, in parts, that a cell may use.
  static let largestSize = 2000

  /// How many parts it has, counted up to a little over `largestSize`.
  var size: Int {
    var count = 0
    var pending = [self]
    while let type = pending.popLast(), count <= Self.largestSize {
      count += 1
      switch type {
      case .nominal(_, let arguments): pending += arguments
      case .tuple(let elements): pending += elements.map(\.type)
      case .function(let function): pending += function.parameters.map(\.type) + [function.result]
      case .member(let base, _), .metatype(let base): pending.append(base)
      case .variable(let variable): if let binding = variable.binding { pending.append(binding) }
      case .existential: pending += type.fixedTypes
      case .parameter, .error: break
      }
    }
    return count
  }

  /// How deeply its parts are nested, counted up to `limit`.
  func isDeeper(than limit: Int) -> Bool {
    guard limit > 0 else { return true }
    switch self {
    case .nominal(_, let arguments): return arguments.contains { $0.isDeeper(than: limit - 1) }
    case .tuple(let elements): return elements.contains { $0.type.isDeeper(than: limit - 1) }
    case .function(let function):
      return function.result.isDeeper(than: limit - 1)
        || function.parameters.contains { $0.type.isDeeper(than: limit - 1) }
    case .member(let base, _), .metatype(let base): return base.isDeeper(than: limit - 1)
    case .variable(let variable): return variable.binding?.isDeeper(than: limit - 1) ?? false
    case .existential: return fixedTypes.contains { $0.isDeeper(than: limit - 1) }
    case .parameter, .error: return false
    }
  }

  /// Whether an error lies in it.
  var hasError: Bool {
    switch self {
    case .error: true
    case .nominal(_, let arguments): arguments.contains { $0.hasError }
    case .tuple(let elements): elements.contains { $0.type.hasError }
    case .function(let function):
      function.result.hasError || function.parameters.contains { $0.type.hasError }
    case .member(let base, _): base.hasError
    case .metatype(let type): type.hasError
    case .existential: fixedTypes.contains { $0.hasError }
    case .variable, .parameter: false
    }
  }

  /// What `any P<…>` says of associated types.
  private var fixedTypes: [Type] {
    guard case .existential(let protocols) = self else { return [] }
    return protocols.flatMap { $0.fixed?.types ?? [] }
  }
}

extension Type: CustomStringConvertible {
  /// As Swift writes it.
  var description: String {
    switch self {
    case .nominal(let declaration, let arguments):
      switch (declaration.name, arguments.count) {
      case ("Array", 1): "[\(arguments[0])]"
      case ("Dictionary", 2): "[\(arguments[0]) : \(arguments[1])]"
      case ("Optional", 1): arguments[0].isFunction ? "(\(arguments[0]))?" : "\(arguments[0])?"
      case (_, 0): declaration.name
      default: "\(declaration.name)<\(arguments.map(\.description).joined(separator: ", "))>"
      }
    case .tuple(let elements):
      "(" + elements.map { ($0.label.map { $0 + ": " } ?? "") + $0.type.description }.joined(separator: ", ")
        + ")"
    case .function(let function):
      "("
        + function.parameters.map { ($0.isInout ? "inout " : "") + $0.type.description }.joined(
          separator: ", ")
        + ")\(function.effects) -> \(function.result)"
    case .variable(let variable):
      variable.binding?.description ?? variable.defaultName ?? "_"
    case .parameter(let parameter): parameter.name
    case .member(let base, let name): "\(base).\(name)"
    case .existential(let protocols):
      protocols.isEmpty
        ? "Any"
        : "any "
          + protocols.map { wanted in
            wanted.name
              + (wanted.fixed.map { "<" + $0.types.map(\.description).joined(separator: ", ") + ">" } ?? "")
          }.joined(separator: " & ")
    case .metatype(let type): "\(type).Type"
    case .error: "<<error>>"
    }
  }

  private var isFunction: Bool {
    if case .function = self { return true }
    return false
  }
}
