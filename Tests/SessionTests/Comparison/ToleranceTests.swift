import Lesson
import Testing

@testable import Session

@Suite struct ToleranceTests {
  @Test(arguments: [
    ("5.0", "5.0", Tolerance.exact, true),
    ("5", "5.0", .exact, false),
    ("5.00", "5.0", .exact, false),
    ("5", "5.0", Tolerance(relative: 1e-9), true),
    ("5.0001", "5.0", Tolerance(absolute: 0.0002), true),
    ("5.0003", "5.0", Tolerance(absolute: 0.0002), false),
    ("101", "100", Tolerance(relative: 0.01), true),
    ("102", "100", Tolerance(relative: 0.01), false),
    ("-1e-17", "0.0", Tolerance(relative: 1e-3), false),
    ("-1e-17", "0.0", Tolerance(absolute: 1e-12), true),
    ("inf", "inf", Tolerance(absolute: 1), true),
    ("-inf", "inf", Tolerance(absolute: 1), false),
    ("1e308", "inf", Tolerance(relative: 1), false),
    ("nan", "nan", Tolerance(absolute: 1), true),
    ("nan", "-nan", Tolerance(absolute: 1), true),
    ("1", "nan", Tolerance(absolute: 1), false),
  ])
  func comparesNumbers(_ actual: String, _ recorded: String, _ tolerance: Tolerance, _ agrees: Bool) {
    #expect(tolerance.agrees(actual, with: recorded) == agrees)
  }

  @Test func mergesOnlyWhatDisagrees() {
    let tolerance = Tolerance(absolute: 0.01)
    let merged = tolerance.merged(NumericLine("a = 1.001, b = 3.0"), into: NumericLine("a = 1.0, b = 2.0"))
    #expect(merged == "a = 1.0, b = 3.0")
  }
}
