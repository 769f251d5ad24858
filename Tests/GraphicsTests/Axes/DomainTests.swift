import Testing

@testable import Graphics

@Suite struct DomainTests {
  @Test func `a constant is shown in an interval around it`() {
    #expect(Domain(5...5) == Domain(4.5...5.5))
    #expect(Domain(0...0) == Domain(-1...1))
    #expect(Domain(-5...(-5)) == Domain(-5.5...(-4.5)))
    #expect(Domain(1...1.0.nextUp).lower < 0.95)
    #expect(Domain(0 ... .leastNonzeroMagnitude * 100).upper == 1e-300)
  }

  @Test func `the margin stops at zero near zero, on either side`() {
    #expect(Domain(2.875...69).withMargin().lower == 0)
    #expect(Domain(2.875...69).withMargin().upper > 69)
    #expect(Domain(-69...(-2.875)).withMargin().upper == 0)
    #expect(Domain(0...1).withMargin().lower == 0)
    #expect(Domain(50...69).withMargin().lower < 50)
    #expect(Domain(50...69).withMargin().lower > 48)
    #expect(Domain(-1...1).withMargin() == Domain(-1.1...1.1))
  }

  @Test func `domains are finite, can be divided, and hold what they were made of`() {
    let finite = Samples.edges.filter(\.isFinite)
    for first in finite {
      for second in finite where first <= second {
        for domain in [Domain(first...second), Domain(first...second).withMargin()] {
          #expect(domain.lower.isFinite && domain.upper.isFinite)
          #expect(domain.lower < domain.upper)
          #expect(domain.contains(first) && domain.contains(second), "\(first) \(second) \(domain)")
          let scale = LinearScale(domain: domain, start: 10, end: -20)
          for value in [first, second, domain.lower, domain.upper] {
            let place = scale.position(value)
            #expect(-20.001 <= place && place <= 10.001, "\(value) in \(domain) at \(place)")
          }
        }
      }
    }
  }
}
