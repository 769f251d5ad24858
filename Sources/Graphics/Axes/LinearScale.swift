/// The affine map from data values to lengths on the page.
struct LinearScale {
  let domain: Domain
  /// Where the domain's lower end lies, in SVG units.
  let start: Double
  /// Where the domain's upper end lies; less than `start` on a vertical axis, since SVG counts downwards.
  let end: Double

  /// The place of a finite value, to within rounding inside the range for values inside the domain.
  func position(_ value: Double) -> Double {
    // The width of a domain of huge numbers would overflow; halving them twice is exact.
    let unit = max(domain.lower.magnitude, domain.upper.magnitude) > 1e300 ? 0.25 : 1
    let width = domain.upper * unit - domain.lower * unit
    return start + (end - start) * ((value * unit - domain.lower * unit) / width)
  }
}
