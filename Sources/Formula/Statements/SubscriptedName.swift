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
