extension LessonOutcome {
  /// What an inline cell shows; nil where it failed.
  public func inlineValue(_ index: Int) -> String? {
    guard inlineCells.indices.contains(index), !inlineCells[index].failed else { return nil }
    for output in inlineCells[index].outputs {
      if case .value(let value) = output { return value }
    }
    return nil
  }
}
