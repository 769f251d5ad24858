/// What names mean while a formula is compared as the words around it may mean it.
struct Circumstances {
  /// Where it holds.
  var conditions: [Term.Condition] = []
  /// Whether angles are in degrees.
  var measuresDegrees = false
  /// The definitions that names have, in place of all others.
  var definitions: [String: [Definition]] = [:]
  /// Whether they change anything.
  var areOther: Bool { !conditions.isEmpty || measuresDegrees || !definitions.isEmpty }
}
