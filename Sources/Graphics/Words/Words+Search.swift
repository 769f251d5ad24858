/// The sentences about fields and searches.
extension Words {
  /// What the legend calls a series; empty for one without a name, other than a path.
  func legend(of series: Series) -> String {
    guard series.mark == .path else { return series.name }
    let facts = SeriesFacts(series)
    let text = (self == .spanish ? "de inicio a fin, " : "start to end, ") + steps(facts.count - 1)
    if facts.notFinite == 0 { return text }
    return text + (self == .spanish ? ", \(facts.notFinite) no finitos" : ", \(facts.notFinite) not finite")
  }

  /// What the legend says of a field: there is little room.
  func legend(of field: Field) -> String {
    guard let ends = ends(of: field.levels) else { return levels(of: field) }
    switch (self, field.levels.count) {
    case (.english, 1): return "height \(ends.first)"
    case (.spanish, 1): return "altura \(ends.first)"
    case (.english, _): return "heights \(ends.first) to \(ends.last)"
    case (.spanish, _): return "alturas de \(ends.first) a \(ends.last)"
    }
  }

  /// What the description says of a field's levels.
  private func levels(of field: Field) -> String {
    guard let ends = ends(of: field.levels) else {
      return self == .spanish ? "sin curvas de nivel" : "no level curves"
    }
    switch (self, field.levels.count) {
    case (.english, 1): return "level curves at the height \(ends.first)"
    case (.spanish, 1): return "curvas de nivel a la altura \(ends.first)"
    case (.english, let count): return "level curves at \(count) heights, \(ends.first) to \(ends.last)"
    case (.spanish, let count): return "curvas de nivel a \(count) alturas, de \(ends.first) a \(ends.last)"
    }
  }

  /// The field's levels and the place they are seen in.
  func account(of field: Field) -> String {
    if field.style.hasCells { return account(ofCells: field) }
    let x = range(field.x[0], field.x[field.x.count - 1])
    let y = range(field.y[0], field.y[field.y.count - 1])
    let levels = (field.style == .filled ? marks.filled : "") + levels(of: field)
    let notFinite = field.values.count { !$0.isFinite }
    switch self {
    case .english:
      let gap = notFinite == 0 ? "" : "; where the values are not finite, there are none"
      return "\(levels), for x from \(x) and y from \(y)\(gap)"
    case .spanish:
      let gap = notFinite == 0 ? "" : "; donde los valores no son finitos, no hay ninguna"
      return "\(levels), para x de \(x) e y de \(y)\(gap)"
    }
  }

  /// The course of a path: its steps, its ends, and the points that are not seen.
  func account(ofPath series: Series, in figure: Figure) -> String {
    let facts = SeriesFacts(series)
    var text =
      self == .spanish ? "Búsqueda de \(steps(facts.count - 1))" : "Search of \(steps(facts.count - 1))"
    if let x = facts.x, let low = facts.lowest, let high = facts.highest, let first = facts.first,
      let last = facts.last
    {
      let spelling = Spelling(x: x, y: low.y...high.y, at: "")
      text += (self == .spanish ? " de " : " from ") + spelling.pair(first)
      text += (self == .spanish ? " a " : " to ") + spelling.pair(last)
    }
    if facts.notFinite > 0 {
      switch (self, facts.notFinite) {
      case (.english, 1): text += "; 1 point is not finite and is left out"
      case (.english, let count): text += "; \(count) points are not finite and are left out"
      case (.spanish, 1): text += "; 1 punto no es finito y se omite"
      case (.spanish, let count): text += "; \(count) puntos no son finitos y se omiten"
      }
    }
    switch (self, outside(series, figure)) {
    case (_, 0): break
    case (.english, 1): text += "; 1 point lies outside the figure"
    case (.english, let count): text += "; \(count) points lie outside the figure"
    case (.spanish, 1): text += "; 1 punto queda fuera de la figura"
    case (.spanish, let count): text += "; \(count) puntos quedan fuera de la figura"
    }
    return text
  }

  /// What became of the search, in a sentence; for several coordinates of different fates, along each.
  func account(of verdicts: [Verdict], in figure: Figure) -> String {
    guard let first = verdicts.first else { return "" }
    let subject = self == .spanish ? "a búsqueda " : "he search "
    let capital = self == .spanish ? "L" : "T"
    if let common = Self.common(verdicts) ?? (verdicts.count == 1 ? first : nil) {
      return capital + subject + phrase(common)
    }
    let axes = [axis(figure.xLabel) ?? "x", axis(figure.yLabel) ?? "y"]
    return verdicts.enumerated().map { index, verdict in
      let name = index < axes.count ? axes[index] : "\(index + 1)"
      switch self {
      case .english: return (index == 0 ? "Along \(name) the search " : "along \(name) it ") + phrase(verdict)
      case .spanish:
        return (index == 0 ? "A lo largo de \(name) la búsqueda " : "a lo largo de \(name) ")
          + phrase(verdict)
      }
    }.joined(separator: "; ")
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
    let isSpanish = self == .spanish
    switch verdict {
    case .converged(let distance) where distance == 0:
      return isSpanish
        ? "converge: sus últimos pasos ya no la mueven" : "converges: its last steps no longer move it"
    case .converged(let distance):
      let most = DecimalNumber(distance).rounded(to: 4).typeset
      return isSpanish
        ? "converge: sus últimos pasos la mueven \(most) a lo sumo"
        : "converges: its last steps move it by at most \(most)"
    case .alternates(let a, let b):
      let digits = DecimalNumber.digits(tellingApart: a, b, atLeast: 4)
      let (first, second) = (
        DecimalNumber(a).rounded(to: digits).typeset, DecimalNumber(b).rounded(to: digits).typeset
      )
      return isSpanish ? "alterna entre \(first) y \(second)" : "alternates between \(first) and \(second)"
    case .stillMoving:
      return isSpanish ? "sigue en movimiento cuando termina" : "is still moving when it ends"
    case .unboundedBelow: return isSpanish ? "baja sin límite" : "goes on falling without bound"
    case .diverges: return isSpanish ? "diverge" : "diverges"
    case .notFinite(let step):
      return isSpanish
        ? "deja de ser un número finito en el paso \(step)" : "is not a finite number from step \(step) on"
    }
  }

  private func steps(_ count: Int) -> String {
    switch self {
    case .english: count == 1 ? "1 step" : "\(max(0, count)) steps"
    case .spanish: count == 1 ? "1 paso" : "\(max(0, count)) pasos"
    }
  }

  func range(_ lower: Double, _ upper: Double) -> String {
    let digits = DecimalNumber.digits(tellingApart: lower, upper, atLeast: 4)
    let (first, last) = (DecimalNumber(lower).rounded(to: digits), DecimalNumber(upper).rounded(to: digits))
    return first.typeset + (self == .spanish ? " a " : " to ") + last.typeset
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
