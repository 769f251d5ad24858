extension LineDifference {
  /// The shortest edit script between the lines of two ranges.
  ///
  /// - Complexity: O(recorded × actual) time and space.
  func aligned(_ old: Range<Int>, _ new: Range<Int>) -> [Step] {
    let oldLines = old.map { NumericLine(recorded[$0]) }
    let newLines = new.map { NumericLine(actual[$0]) }
    let (oldShapes, newShapes) = shapes(oldLines, newLines)
    let width = new.count + 1

    /// What pairing two lines costs: nothing where they agree, one change where their text does.
    func pairing(_ i: Int, _ j: Int) -> Int32? {
      guard oldShapes[i] == newShapes[j] else { return nil }
      if tolerance.agrees(newLines[j], with: oldLines[i]) { return 0 }
      return newLines[j].skeleton == oldLines[i].skeleton ? 1 : nil
    }

    // costs[i * width + j] is the least number of changes from recorded line i and actual line j on.
    var costs = [Int32](repeating: 0, count: (old.count + 1) * width)
    for i in stride(from: old.count, through: 0, by: -1) {
      for j in stride(from: new.count, through: 0, by: -1) {
        var best = Int32.max
        if i == old.count && j == new.count { best = 0 }
        let isWildcard = i < old.count && recorded[old.lowerBound + i] == Self.wildcard
        if i < old.count { best = min(best, costs[(i + 1) * width + j] + (isWildcard ? 0 : 1)) }
        if j < new.count { best = min(best, costs[i * width + j + 1] + (isWildcard ? 0 : 1)) }
        if i < old.count, j < new.count, !isWildcard, let cost = pairing(i, j) {
          best = min(best, costs[(i + 1) * width + j + 1] + cost)
        }
        costs[i * width + j] = best
      }
    }

    var steps: [Step] = []
    var i = 0
    var j = 0
    var taken: Int?
    while i < old.count || j < new.count {
      let cost = costs[i * width + j]
      let line = old.lowerBound + i
      if i < old.count, recorded[line] == Self.wildcard {
        let start = taken ?? j
        if costs[(i + 1) * width + j] == cost {
          steps.append(.wildcard(recorded: line, actual: (new.lowerBound + start)..<(new.lowerBound + j)))
          taken = nil
          i += 1
        } else {
          taken = start
          j += 1
        }
      } else if i < old.count, j < new.count, let change = pairing(i, j),
        costs[(i + 1) * width + j + 1] + change == cost
      {
        let actual = new.lowerBound + j
        steps.append(
          change == 0 ? .same(recorded: line, actual: actual) : .changed(recorded: line, actual: actual))
        i += 1
        j += 1
      } else if i < old.count, costs[(i + 1) * width + j] + 1 == cost {
        steps.append(.removed(recorded: line))
        i += 1
      } else {
        steps.append(.added(actual: new.lowerBound + j, before: line))
        j += 1
      }
    }
    return steps
  }

  /// A number for each line, equal where the text around the numbers is, as far as the tolerance asks for it.
  private func shapes(_ old: [NumericLine], _ new: [NumericLine]) -> ([Int], [Int]) {
    var known: [[UInt8]: Int] = [:]
    func shape(_ line: NumericLine) -> Int {
      let text = tolerance.text(line)
      if let shape = known[text] { return shape }
      known[text] = known.count
      return known.count - 1
    }
    return (old.map(shape), new.map(shape))
  }
}
