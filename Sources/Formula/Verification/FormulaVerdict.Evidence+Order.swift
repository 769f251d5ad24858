extension FormulaVerdict.Evidence {
  /// Of two, the one that says less.
  func weaker(_ other: Self) -> Self {
    switch (self, other) {
    case (.part, _): self
    case (_, .part): other
    case (.proof, _): other
    case (_, .proof): self
    case (.agreement(let a), .agreement(let b)): .agreement(points: min(a, b))
    case (.agreement, _): self
    default: other
    }
  }

  /// Whether it is known of some sides only.
  var isPart: Bool {
    if case .part = self { return true }
    return false
  }
}
