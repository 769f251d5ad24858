/// The map from data values to lengths on the page.
struct Scale {
  let kind: ScaleKind
  /// From values as `kind` transforms them.
  private let linear: LinearScale

  /// A scale over an interval of transformed values.
  init(_ kind: ScaleKind = .linear, domain: Domain, start: Double, end: Double) {
    self.kind = kind
    linear = LinearScale(domain: domain, start: start, end: end)
  }

  var start: Double { linear.start }
  var end: Double { linear.end }
  var domain: Domain { linear.domain }

  /// The place of a value, as `LinearScale.position(_:)`; nil where it has none.
  func place(_ value: Double) -> Double? { kind.transformed(value).map(linear.position) }

  /// The place of a value that has one; the scale's start for others.
  func position(_ value: Double) -> Double { place(value) ?? start }
}
