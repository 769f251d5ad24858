import Testing

@testable import Graphics

@Suite struct DecimalNumberTests {
  private static let numbers: [(Double, Int, String)] = [
    (0.0, 6, "0"), (-0.0, 6, "0"), (5, 6, "5"), (-5, 6, "-5"), (69, 6, "69"), (2.875, 6, "2.875"),
    (0.1 + 0.2, 6, "0.3"), (0.1 + 0.2, 17, "0.30000000000000004"), (2.0 / 3, 6, "0.666667"),
    (123_456.7, 6, "123457"),
    (999_999.5, 6, "1e6"), (0.0999999999, 6, "0.1"), (0.0001, 6, "0.0001"), (0.00001, 6, "1e-5"),
    (1_000_000, 6, "1e6"), (-1.5e300, 6, "-1.5e300"), (100, 6, "100"), (0.25, 1, "0.3"),
    (.greatestFiniteMagnitude, 6, "1.79769e308"), (.leastNonzeroMagnitude, 6, "5e-324"),
  ]

  @Test(arguments: Self.numbers)
  func `numbers are written in the shortest form`(value: Double, digits: Int, code: String) {
    #expect(DecimalNumber(value).rounded(to: digits).code == code)
  }

  @Test func `all digits read back give the number`() {
    var random = SeededGenerator(state: 4)
    for _ in 0..<5000 {
      let value = random.finite()
      #expect(Double(DecimalNumber(value).code) == value)
    }
  }

  @Test func `typeset numbers use minus signs and powers of ten`() {
    #expect(DecimalNumber(-0.25).typeset == "−0.25")
    #expect(DecimalNumber(-1.5e-300).typeset == "−1.5×10⁻³⁰⁰")
  }

  @Test func `digits are added until two numbers differ`() {
    #expect(DecimalNumber.digits(tellingApart: 1, 2, atLeast: 6) == 6)
    #expect(DecimalNumber.digits(tellingApart: 1_000_000, 1_000_003, atLeast: 6) == 7)
    #expect(DecimalNumber.digits(tellingApart: 1, 1.0.nextUp, atLeast: 6) == 17)
    #expect(DecimalNumber.digits(tellingApart: 0, -0.0, atLeast: 6) == 6)
  }
}
