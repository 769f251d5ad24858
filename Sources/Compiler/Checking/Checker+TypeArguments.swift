import Diagnostics
import SwiftSyntax

/// What generic types ask of their type arguments where they are written: keys that are `Hashable` and the like.
extension Checker {
  /// A type as it is written here: `.error` where it is known to ask for more than its arguments give.
  ///
  /// While declarations are read, not all conformances are known: the type is then checked at the end.
  func written(_ type: Type, at place: Place) -> Type {
    guard source != 0, !(isInSignature && !type.isConcrete) else { return type }
    if declaring > 0 {
      writtenTypes.append((type, place, requirements))
      return type
    }
    return checkWritten(type, place) ? type : .error
  }

  /// Reports type arguments that do not conform to what their type asks for, of the types remembered.
  func checkWrittenTypes() {
    let remembered = writtenTypes
    writtenTypes = []
    let outer = requirements
    defer { requirements = outer }
    for (type, place, known) in remembered {
      requirements = known
      _ = checkWritten(type, place)
    }
  }

  private func checkWritten(_ type: Type, _ place: Place) -> Bool {
    for case .conforms(let subject, let wanted) in needs(of: type)
    where !subject.hasVariables && !conforms(normalized(subject), to: wanted) {
      report(
        "type.constraint", place, "'\(type)' needs \(article(subject)) that conforms to '\(wanted.name)'",
        notes: hint(subject, wanted))
      return false
    }
    return true
  }

  private func hint(_ subject: Type, _ wanted: NominalDeclaration) -> [Diagnostic.Note] {
    guard case .nominal(let declaration, _) = subject, declaration.place.source != 0 else { return [] }
    return [note("write '\(declaration.name): \(wanted.name)' where it is declared", declaration.place)]
  }

  /// What a declared type asks of its type arguments.
  private func needs(of type: Type) -> [Requirement] {
    guard case .nominal(let declaration, let arguments) = type.shallow else { return [] }
    let substitution = declaration.substitution(arguments)
    return declaration.requirements.compactMap { requirement in
      guard case .conforms(let subject, let wanted) = requirement else { return nil }
      return .conforms(subject.substituting(substitution).resolved, wanted)
    }
  }

  /// Adds what the types in a function's signature need of its type parameters: `[T: Int]` makes `T` `Hashable`.
  func inferRequirements(of function: FunctionDeclaration) {
    guard !function.genericParameters.isEmpty else { return }
    for type in function.parameters.map(\.type) + [function.result] {
      _ = type.mapped { part in
        for case .conforms(.parameter(let parameter), let wanted) in self.needs(of: part)
        where function.genericParameters.contains(parameter) {
          let found = Requirement.conforms(.parameter(parameter), wanted)
          if !function.requirements.contains(found) { function.requirements.append(found) }
        }
        return nil
      }
    }
  }

  /// Reports type parameters that no argument could decide.
  func checkParameters(of function: FunctionDeclaration, _ clause: GenericParameterClauseSyntax?) {
    guard source != 0, let clause else { return }
    let types = function.parameters.map(\.type) + [function.result]
    if types.contains(where: \.hasError) { return }
    for (syntax, parameter) in zip(clause.parameters, function.genericParameters) {
      if !types.contains(where: { $0.mentions(parameter) }), function.kind == .function {
        report(
          "type.parameter", place(syntax.name),
          "no argument of '\(function.name)' says what '\(parameter.name)' is: use it in a parameter")
      }
    }
  }
}

extension Type {
  /// Whether neither type parameters nor unknowns occur in it.
  fileprivate var isConcrete: Bool {
    var found = true
    _ = mapped { part in
      switch part.shallow {
      case .parameter, .member, .variable: found = false
      default: break
      }
      return nil
    }
    return found
  }

  /// Whether a type parameter is among its parts.
  func mentions(_ parameter: GenericParameter) -> Bool {
    var found = false
    _ = mapped { part in
      if case .parameter(parameter) = part { found = true }
      return nil
    }
    return found
  }
}
