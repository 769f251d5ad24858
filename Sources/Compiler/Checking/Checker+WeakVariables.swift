import Diagnostics
import SwiftSyntax

/// Weak and unowned variables outside types: one for the weak reference, and functions that read and change what it
/// leads to.
extension Checker {
  /// The statements for a `weak` or `unowned` declaration; nil for other declarations.
  func checkWeak(_ syntax: VariableDeclSyntax) -> [Statement]? {
    guard
      let word = syntax.modifiers.first(where: { ["weak", "unowned"].contains($0.name.text) })?.name.text,
      let reference = library.nominal("_WeakReference")
    else { return nil }
    let isUnowned = word == "unowned"
    var statements: [Statement] = []
    for binding in syntax.bindings {
      guard let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier,
        binding.accessorBlock == nil
      else {
        unsupported(binding, "this 'weak' variable")
        continue
      }
      let place = self.place(name)
      let annotation = binding.typeAnnotation.map { self.type($0.type) }
      if let written = binding.typeAnnotation, !isUnowned, !checkWeak(written.type, place) { continue }
      var value =
        binding.initializer.map { check($0.value, converting: annotation) }
        ?? Expression(.none, annotation ?? .error, place)
      let object = library.wrapped(annotation ?? value.type) ?? value.type
      guard !object.hasError, isClassBound(object) else {
        if !object.hasError {
          report(
            "property.weak", place,
            "only references to objects can be '\(word)'; \(article(object)) is a value"
          )
        }
        _ = bind(binding.pattern, to: .error, isLet: false)
        continue
      }
      let optional = library.optional(of: object)
      value = coerce(value, to: optional)
      let storage = VariableDeclaration(
        name: "_reference of \(plain(name))", type: .nominal(reference, [object]), isLet: false,
        context: context,
        place: place)
      declare(storage)
      declareVariableAccessors(
        plain(name),
        Accessors(
          accessors(
            of: storage.name, isForced: isUnowned && library.wrapped(annotation ?? object) == nil,
            isLet: isUnowned && syntax.bindingSpecifier.text == "let")),
        isUnowned ? annotation ?? object : optional, place)
      statements.append(
        .bind(
          .variable(storage),
          Expression(.construct([Expression(.weaken(value), optional, place)]), storage.type, place)))
    }
    return statements
  }

  private func accessors(of storage: String, isForced: Bool, isLet: Bool) -> AccessorBlockSyntax? {
    parsedAccessors(
      "get { `\(storage)`.object\(isForced ? "!" : "") }"
        + (isLet ? "" : "\nset { `\(storage)`.object = newValue }"))
  }
}
