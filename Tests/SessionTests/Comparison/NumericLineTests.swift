import Testing

@testable import Session

@Suite struct NumericLineTests {
  @Test(arguments: [
    ("13.0", ["13.0"]),
    ("a = 0.5, b = -1e-3", ["0.5", "-1e-3"]),
    ("[1, -2, +3.5E+10]", ["1", "-2", "+3.5E+10"]),
    ("x1 = 2", ["2"]),
    ("5-3", ["5", "3"]),
    ("5 - 3", ["5", "3"]),
    ("x -5…5", ["-5", "5"]),
    ("1.", ["1"]),
    (".5", ["5"]),
    ("-inf nan info -nan", ["-inf", "nan", "-nan"]),
    ("3f9a 12ab 1e5", ["1e5"]),
    ("1e", []),
    ("", []),
    ("precio: 3 €", ["3"]),
  ])
  func findsNumbers(_ line: String, _ numbers: [String]) {
    #expect(NumericLine(line).numbers == numbers)
  }

  @Test(arguments: ["13.0", "a = -1e-3 m", "sin números", "…5…", "", "1 2 3", "é1"])
  func isPutTogetherAgain(_ line: String) {
    let numeric = NumericLine(line)
    #expect(numeric.line(with: numeric.numbers) == line)
  }
}
