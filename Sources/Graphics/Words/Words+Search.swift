/// The sentences about fields and searches.
extension Words {
  /// The templates about fields and searches.
  var searches: SearchWords {
    switch self {
    case .english: .english
    case .spanish: .spanish
    case .french: .french
    }
  }

  /// What the legend calls a series; empty for one without a name, other than a path.
  func legend(of series: Series) -> String {
    guard series.mark == .path else { return series.name }
    let facts = SeriesFacts(series)
    let text = Self.filled(searches.legend, steps(facts.count - 1))
    return facts.notFinite == 0 ? text : text + ", " + counted(facts.notFinite, lines.notFinite)
  }

  /// What the legend says of a field: there is little room.
  func legend(of field: Field) -> String {
    guard let ends = ends(of: field.levels) else { return levels(of: field) }
    return field.levels.count == 1
      ? Self.filled(searches.height, ends.first) : Self.filled(searches.heights, ends.first, ends.last)
  }

  /// What the description says of a field's levels.
  private func levels(of field: Field) -> String {
    guard let ends = ends(of: field.levels) else { return searches.noLevels }
    let count = field.levels.count
    return count == 1
      ? Self.filled(searches.level, ends.first)
      : Self.filled(searches.levels, "\(count)", ends.first, ends.last)
  }

  /// The field's levels and the place they are seen in.
  func account(of field: Field) -> String {
    if field.style.hasCells { return account(ofCells: field) }
    let x = range(field.x[0], field.x[field.x.count - 1])
    let y = range(field.y[0], field.y[field.y.count - 1])
    let levels = (field.style == .filled ? marks.filled : "") + levels(of: field)
    let text = Self.filled(searches.field, levels, x, y)
    return field.values.allSatisfy(\.isFinite) ? text : text + searches.gap
  }

  /// The course of a path: its steps, its ends, and the points that are not seen.
  func account(ofPath series: Series, in figure: Figure) -> String {
    let facts = SeriesFacts(series)
    var text = Self.filled(searches.search, steps(facts.count - 1))
    if let x = facts.x, let low = facts.lowest, let high = facts.highest, let first = facts.first,
      let last = facts.last
    {
      let spelling = Spelling(x: x, y: low.y...high.y, at: "")
      text += Self.filled(searches.ends, spelling.pair(first), spelling.pair(last))
    }
    if facts.notFinite > 0 { text += counted(facts.notFinite, searches.omitted) }
    let outside = outside(series, figure)
    return outside == 0 ? text : text + counted(outside, searches.outside)
  }

  /// What became of the search, in a sentence; for several coordinates of different fates, along each.
  func account(of verdicts: [Verdict], in figure: Figure) -> String {
    guard let first = verdicts.first else { return "" }
    if let common = Self.common(verdicts) ?? (verdicts.count == 1 ? first : nil) {
      return Self.filled(searches.verdict, phrase(common))
    }
    let axes = [axis(figure.xLabel) ?? "x", axis(figure.yLabel) ?? "y"]
    return verdicts.enumerated().map { index, verdict in
      Self.filled(
        index == 0 ? searches.verdictAlong : searches.verdictAlongNext,
        index < axes.count ? axes[index] : "\(index + 1)", phrase(verdict))
    }.joined(separator: lines.semicolon)
  }

  /// The one verdict that holds for all coordinates; nil where their fates differ.
  private static func common(_ verdicts: [Verdict]) -> Verdict? {
    var largest = 0.0
    for verdict in verdicts {
      guard case .converged(let distance) = verdict else {
        return verdicts.allSatisfy { $0 == verdicts[0] } ? verdict : nil
      }
      largest = max(largest, distance)
    }
    return .converged(within: largest)
  }

  private func phrase(_ verdict: Verdict) -> String {
    switch verdict {
    case .converged(let distance) where distance == 0: return searches.converged
    case .converged(let distance):
      return Self.filled(searches.convergedWithin, DecimalNumber(distance).rounded(to: 4).typeset)
    case .alternates(let a, let b):
      let digits = DecimalNumber.digits(tellingApart: a, b, atLeast: 4)
      return Self.filled(
        searches.alternates, DecimalNumber(a).rounded(to: digits).typeset,
        DecimalNumber(b).rounded(to: digits).typeset)
    case .stillMoving: return searches.stillMoving
    case .unboundedBelow: return searches.unboundedBelow
    case .diverges: return searches.diverges
    case .notFinite(let step): return Self.filled(searches.notFinite, "\(step)")
    }
  }

  private func steps(_ count: Int) -> String { counted(max(0, count), searches.steps) }

  func range(_ lower: Double, _ upper: Double) -> String {
    let digits = DecimalNumber.digits(tellingApart: lower, upper, atLeast: 4)
    let (first, last) = (DecimalNumber(lower).rounded(to: digits), DecimalNumber(upper).rounded(to: digits))
    return first.typeset + " \(lines.to) " + last.typeset
  }

  private func ends(of levels: [Double]) -> (first: String, last: String)? {
    guard let first = levels.first, let last = levels.last else { return nil }
    let digits = DecimalNumber.digits(tellingApart: first, last, atLeast: 3)
    return (DecimalNumber(first).rounded(to: digits).typeset, DecimalNumber(last).rounded(to: digits).typeset)
  }

  /// The points of a path beside what the figure shows.
  private func outside(_ series: Series, _ figure: Figure) -> Int {
    guard let extents = Extents(figure) else { return 0 }
    return zip(series.x, series.y).count { x, y in
      x.isFinite && y.isFinite && !(extents.x.contains(x) && (figure.field == nil || extents.y.contains(y)))
    }
  }
}
