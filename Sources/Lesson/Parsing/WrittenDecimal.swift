/// A decimal number as it is written, without exponent, so that sums of steps are exact: 0.1 + 0.2 is 0.3.
struct WrittenDecimal: Comparable, CustomStringConvertible {
  static let mostPlaces = 9

  /// The number in units of its last place.
  private let units: Int
  /// How many digits stand behind the point, without zeros at the end.
  let places: Int

  init(units: Int, places: Int) {
    var (units, places) = (units, places)
    while places > 0, units % 10 == 0 {
      units /= 10
      places -= 1
    }
    self.units = units
    self.places = places
  }

  /// Reads `12`, `-0.5`; nil for anything else, for more than nine places and for numbers from 10⁹ on.
  init?(_ text: Substring) {
    let isNegative = text.first == "-"
    let parts = (isNegative ? text.dropFirst() : text).split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts[0].utf8.count <= 9,
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    let places = parts.count == 2 ? parts[1].utf8.count : 0
    guard places <= Self.mostPlaces, let units = Int(parts.joined()) else { return nil }
    self.init(units: isNegative ? -units : units, places: places)
  }

  /// The number in units of a place that is not before its last: at most 10¹⁸.
  func units(_ places: Int) -> Int { (self.places..<places).reduce(units) { units, _ in units * 10 } }

  static func < (left: WrittenDecimal, right: WrittenDecimal) -> Bool {
    let places = max(left.places, right.places)
    return left.units(places) < right.units(places)
  }

  /// As Swift writes it: `0.5`, `-3`.
  var description: String {
    let digits = String(abs(units))
    let sign = units < 0 ? "-" : ""
    guard places > 0 else { return sign + digits }
    let padded = String(repeating: "0", count: max(places + 1 - digits.count, 0)) + digits
    return "\(sign)\(padded.dropLast(places)).\(padded.suffix(places))"
  }
}
