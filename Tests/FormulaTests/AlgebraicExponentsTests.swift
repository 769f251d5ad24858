import Testing

@testable import Formula

@Suite struct AlgebraicExponentsTests {
  private static let x = Algebraic.variable("x")
  private static let factors: [Algebraic.Factor] = [
    .variable("x"), .variable("y"), .function("sin", [x]), .function("sin", [x + .number(1)]),
    .sum(x + .number(1)), .sum(x + .number(2)),
  ]

  /// Whatever is set, added and taken away, it holds what a dictionary holds.
  @Test func behavesAsADictionary() {
    var random = Generator(seed: 7)
    var exponents: Algebraic.Exponents = [:]
    var dictionary: [Algebraic.Factor: Double] = [:]
    for _ in 0..<2000 {
      guard let factor = Self.factors.randomElement(using: &random) else { continue }
      switch Int.random(in: 0..<3, using: &random) {
      case 0:
        let value = Double(Int.random(in: -2...2, using: &random))
        exponents[factor] = value
        dictionary[factor] = value
      case 1:
        exponents[factor, default: 0] += 1
        dictionary[factor, default: 0] += 1
      default:
        exponents[factor] = nil
        dictionary[factor] = nil
      }
      #expect(exponents.count == dictionary.count)
      #expect(Dictionary(uniqueKeysWithValues: exponents.map { ($0.key, $0.value) }) == dictionary)
    }
    let positive = exponents.filter { $0.value > 0 }
    #expect(positive.count == dictionary.filter { $0.value > 0 }.count)
    #expect(exponents.mapValues { -$0 }.allSatisfy { dictionary[$0.key] == -$0.value })
  }

  /// The order in which factors came is no part of a product, nor of its hash; nor is the sign of zero.
  @Test func orderAndSignsOfZeroDoNotMatter() {
    var random = Generator(seed: 8)
    let values = Dictionary(uniqueKeysWithValues: zip(Self.factors, [1.0, 2, -1, 0, 0.5, 3]))
    func product(_ factors: [Algebraic.Factor], zero: Double) -> Algebraic.Product {
      var product = Algebraic.Product()
      for factor in factors { product.exponents[factor] = values[factor].map { $0 == 0 ? zero : $0 } }
      return product
    }
    let first = product(Self.factors, zero: 0)
    for zero in [0.0, -0.0] {
      for _ in 0..<20 {
        let other = product(Self.factors.shuffled(using: &random), zero: zero)
        #expect(other == first)
        #expect(other.hashValue == first.hashValue)
        #expect(Algebraic(other, 2).hashValue == Algebraic(first, 2).hashValue)
      }
    }
  }

  /// Products and sums that differ have different hashes, by and large.
  @Test func hashesTellExpressionsApart() {
    let exponents = [-1.0, 0.5, 1, 2, 3]
    var products: Set<Algebraic.Product> = []
    for (place, one) in Self.factors.enumerated() {
      for other in Self.factors[(place + 1)...] {
        for p in exponents {
          for q in exponents { products.insert(Algebraic.Product(exponents: [one: p, other: q])) }
        }
      }
    }
    #expect(products.count == 15 * 25)
    #expect(Set(products.map(\.hashValue)).count > 370)
    let sums = products.flatMap { product in [1.0, -1, 2].map { Algebraic(product, $0) } }
    #expect(Set(sums.map(\.hashValue)).count > 1110)
  }
}
