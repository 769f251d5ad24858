/// A deterministic random number generator: SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number
/// generators").
struct Generator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: Int) {
    // Nearby seeds must not give the same sequence shifted.
    state = UInt64(truncatingIfNeeded: seed) &* 0xD134_2543_DE82_EF95 ^ 0x2545_F491_4F6C_DD1D
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }
}
