import Diagnostics

/// One thing that was checked, and what was found there.
struct JUnitCase {
  /// Unique in its suite, because CI servers take cases of one name for one.
  var name: String
  /// Where in the lesson it stands.
  var range: Range<Int>
  var findings: [Diagnostic] = []

  /// The lesson itself, then what was checked in it.
  ///
  /// A finding belongs to the innermost case that it starts in, else to the lesson.
  ///
  /// - Parameters:
  ///   - checks: What was checked in the lesson, in the order of the text.
  ///   - findings: Those of the lesson, in the same order.
  /// - Complexity: Linear in the number of cases and findings.
  static func cases(of checks: [(name: String, range: Range<Int>)], _ findings: [Diagnostic]) -> [JUnitCase] {
    var cases = [JUnitCase(name: "the lesson", range: 0..<0)]
    var uses: [String: Int] = [:]
    var taken: Set<String> = [cases[0].name]
    for check in checks {
      var name = check.name
      while !taken.insert(name).inserted {
        uses[check.name, default: 1] += 1
        name = "\(check.name) (\(uses[check.name, default: 1]))"
      }
      cases.append(JUnitCase(name: name, range: check.range))
    }
    var next = 1
    // The cases that the place of the finding at hand may be in, the innermost last.
    var open: [Int] = []
    for finding in findings {
      let place = finding.range.lowerBound
      while next < cases.count, cases[next].range.lowerBound <= place {
        open.append(next)
        next += 1
      }
      while let last = open.last, !cases[last].holds(place) { open.removeLast() }
      cases[open.last ?? 0].findings.append(finding)
    }
    return cases
  }

  private func holds(_ place: Int) -> Bool { range.contains(place) || range.lowerBound == place }
}
