/// Numbers of things in words, singular and plural.
enum Counted {
  static func formulas(_ count: Int) -> String { of(count, "formula", "formulas") }
  static func errors(_ count: Int) -> String { of(count, "error", "errors") }
  static func findings(_ count: Int) -> String { of(count, "finding", "findings") }
  static func lessons(_ count: Int) -> String { of(count, "lesson", "lessons") }
  static func outputs(_ count: Int) -> String { of(count, "output", "outputs") }
  static func frames(_ count: Int) -> String { of(count, "frame", "frames") }
  static func warnings(_ count: Int) -> String { of(count, "warning", "warnings") }

  private static func of(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }
}
