extension LineDifference {
  /// The steps where the recorded lines match the actual ones with `...` standing for any lines, else nil.
  ///
  /// Each `...` takes as few lines as it can: on a mismatch the latest one takes one more. The number of
  /// comparisons is bounded, so that no recording makes the search long.
  ///
  /// - Complexity: O(recorded × actual) in the worst case, linear as a rule.
  func matched(_ old: Range<Int>, _ new: Range<Int>) -> [Step]? {
    var budget = Self.tableLimit
    var i = old.lowerBound
    var j = new.lowerBound
    var latest: (recorded: Int, end: Int, steps: Int)?
    var steps: [Step] = []
    while j < new.upperBound {
      budget -= 1 + actual[j].utf8.count / 256
      guard budget > 0 else { return nil }
      if i < old.upperBound, recorded[i] == Self.wildcard {
        latest = (i, j, steps.count)
        steps.append(.wildcard(recorded: i, actual: j..<j))
        i += 1
      } else if i < old.upperBound, agree(i, j) {
        steps.append(.same(recorded: i, actual: j))
        i += 1
        j += 1
      } else if let found = latest, case .wildcard(let line, let taken) = steps[found.steps] {
        steps.removeSubrange(found.steps...)
        steps.append(.wildcard(recorded: line, actual: taken.lowerBound..<(found.end + 1)))
        latest = (line, found.end + 1, found.steps)
        i = line + 1
        j = found.end + 1
      } else {
        return nil
      }
    }
    while i < old.upperBound, recorded[i] == Self.wildcard {
      steps.append(.wildcard(recorded: i, actual: j..<j))
      i += 1
    }
    return i == old.upperBound ? steps : nil
  }
}
