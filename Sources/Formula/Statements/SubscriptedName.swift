/// The name of a mean: `\bar x`, of what is called `x`.
enum MeanName {
  static let marks: Set<Unicode.Scalar> = ["¯", "‾"]

  /// The name under the bar; nil where there is none.
  static func base(of name: String) -> String? {
    guard let mark = name.unicodeScalars.last, marks.contains(mark) else { return nil }
    return String(String.UnicodeScalarView(name.unicodeScalars.dropLast()))
  }
}

/// A name of two parts: `x_1`, `f_x`, `y_i`.
struct SubscriptedName {
  var base: String
  var index: String

  /// The parts of a name; nil where it has no subscript.
  init?(_ name: String) {
    guard let bar = name.firstIndex(of: "_"), bar > name.startIndex else { return nil }
    base = String(name[..<bar])
    index = String(name[name.index(after: bar)...])
    guard !index.isEmpty else { return nil }
  }
}
