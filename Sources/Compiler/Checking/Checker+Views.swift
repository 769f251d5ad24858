/// Values that the compiler has types of their own for, which say how they read, where the prelude has arrays.
///
/// They serve as sequences; shown whole they would read differently, so that is refused.
extension Checker {
  /// What holds its elements in an order that tells nothing.
  private static let unordered: Set<String> = ["Set", "Dictionary"]
  private static let types: Set<String> = [
    "StrideTo", "StrideThrough", "_StepsTo", "LazySequence", "AnySequence", "AnyIterator", "UnfoldSequence",
    "UnfoldFirstSequence", "_ArrayIterator", "StringIndex", "_ClosedRangeIndex", "_DictionaryIndex",
    "_SetIndex",
  ]

  /// Whether a settled value is such a view.
  func isView(_ expression: Expression) -> Bool {
    if case .nominal(let declaration, _) = expression.type, declaration.place.source == 0,
      Self.types.contains(declaration.name)
    {
      return true
    }
    if case .nominal(let slice, let parts) = expression.type, slice === library.nominal("Slice"),
      case .nominal(let base, _)? = parts.first, Self.unordered.contains(base.name), base.place.source == 0
    {
      return true
    }
    guard library.arrayElement(expression.type) != nil, !expression.isCoerced else { return false }
    switch expression.kind {
    case .variable(let variable): return variable.holdsView
    case .call(let reference, _):
      return reference.declaration.place.source == 0 && reference.declaration.name == "joined"
    default: return false
    }
  }

  /// Reports a view that is shown whole.
  func checkShown(_ expression: Expression) {
    checkDecided(expression)
    guard source != 0, isView(expression) else { return }
    report(
      "unsupported", expression.place,
      "showing this sequence whole is not supported in cells; make an array of it first: 'Array(…)'")
  }
}
