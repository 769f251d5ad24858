import SwiftSyntax

/// A property with a property wrapper: what is written, and how its storage gets its first value.
final class WrappedProperty {
  let name: String
  let place: Place
  let wrapper: NominalDeclaration
  /// The arguments behind the attribute: `@Clamped(0...100)`.
  let arguments: LabeledExprListSyntax?
  /// The value behind `=`.
  let value: ExprSyntax?
  /// The type of the property itself, where it is written.
  let annotation: Type?
  let access: Access
  let isStatic: Bool

  init(
    name: String, place: Place, wrapper: NominalDeclaration, arguments: LabeledExprListSyntax?,
    value: ExprSyntax?, annotation: Type?, access: Access, isStatic: Bool = false
  ) {
    self.name = name
    self.place = place
    self.wrapper = wrapper
    self.arguments = arguments
    self.value = value
    self.annotation = annotation
    self.access = access
    self.isStatic = isStatic
  }

  /// Whether the wrapper has an initialiser that can be called with these labels only.
  func canBeMade(with labels: [String]) -> Bool {
    (wrapper.members["init"] ?? []).contains {
      guard case .function(let function) = $0 else { return false }
      let needed = function.parameters.filter { $0.defaultValue == nil }.map { $0.label ?? "_" }
      return needed.allSatisfy(labels.contains)
        && labels.allSatisfy { label in function.parameters.contains { $0.label == label } }
    }
  }

  /// Whether the storage has its first value from the declaration.
  var hasFirstValue: Bool { value != nil || arguments != nil || canBeMade(with: []) }

  /// Whether the wrapper takes its value as an `@autoclosure`.
  var isEvaluatedLater: Bool {
    (wrapper.members["init"] ?? []).contains {
      guard case .function(let function) = $0 else { return false }
      return function.parameters.contains { $0.label == "wrappedValue" && $0.isAutoclosure }
    }
  }

  /// Whether an initialiser of the type that holds it takes the value itself, not the wrapper.
  var takesValue: Bool {
    value != nil || arguments == nil && !canBeMade(with: []) && canBeMade(with: ["wrappedValue"])
  }
}
