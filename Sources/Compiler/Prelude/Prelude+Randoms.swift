extension Prelude {
  static let randoms = #"""
    protocol RandomNumberGenerator { mutating func next() -> UInt64 }
    struct SystemRandomNumberGenerator: RandomNumberGenerator {
      let _unused: Int
      @_intrinsic("construct") init(_unused: Int)
      init() { self = SystemRandomNumberGenerator(_unused: 0) }
      mutating func next() -> UInt64 { _random64() }
    }
    @_intrinsic("host:random64") func _random64() -> UInt64
    extension RandomNumberGenerator {
      mutating func _below(_ bound: UInt64) -> UInt64 {
        var product = self.next().multipliedFullWidth(by: bound)
        if product.low < bound {
          let least = (0 &- bound) % bound
          while product.low < least { product = self.next().multipliedFullWidth(by: bound) }
        }
        return product.high
      }
      mutating func _below(_ bound: UInt64, bits: Int) -> UInt64 {
        if bits == 64 { return self._below(bound) }
        let mask = UInt64.max >> UInt64(64 - bits)
        var product = (self.next() & mask) * bound
        if product & mask < bound {
          let least = (mask + 1 - bound) % bound
          while product & mask < least { product = (self.next() & mask) * bound }
        }
        return product >> UInt64(bits)
      }
    }
    extension FixedWidthInteger {
      static func random<Generator: RandomNumberGenerator>(in range: Range<Self>, using generator: inout Generator) -> Self {
        if range.isEmpty { fatalError("Can't get random value with an empty range") }
        let width = UInt64(_bits: range.upperBound._bits() &- range.lowerBound._bits())
        return Self(_bits: range.lowerBound._bits() &+ generator._below(width, bits: Self.bitWidth)._bits())
      }
      static func random<Generator: RandomNumberGenerator>(in range: ClosedRange<Self>, using generator: inout Generator) -> Self {
        let width = UInt64(_bits: range.upperBound._bits() &- range.lowerBound._bits())
        if width == UInt64.max >> UInt64(64 - Self.bitWidth) { return Self(truncatingIfNeeded: generator.next()) }
        return Self(_bits: range.lowerBound._bits() &+ generator._below(width + 1, bits: Self.bitWidth)._bits())
      }
      static func random(in range: Range<Self>) -> Self {
        var generator = SystemRandomNumberGenerator()
        return Self.random(in: range, using: &generator)
      }
      static func random(in range: ClosedRange<Self>) -> Self {
        var generator = SystemRandomNumberGenerator()
        return Self.random(in: range, using: &generator)
      }
    }
    extension Double {
      static func random<Generator: RandomNumberGenerator>(in range: Range<Double>, using generator: inout Generator) -> Double {
        if range.isEmpty { fatalError("Can't get random value with an empty range") }
        let delta = range.upperBound - range.lowerBound
        while true {
          let unit = Double(generator.next() & 9007199254740991) * (Double.ulpOfOne / 2)
          let value = delta * unit + range.lowerBound
          if value != range.upperBound { return value }
        }
        return 0
      }
      static func random<Generator: RandomNumberGenerator>(in range: ClosedRange<Double>, using generator: inout Generator) -> Double {
        let delta = range.upperBound - range.lowerBound
        let bits = generator._below(9007199254740993)
        if bits == 9007199254740992 { return range.upperBound }
        return delta * (Double(bits) * (Double.ulpOfOne / 2)) + range.lowerBound
      }
      static func random(in range: Range<Double>) -> Double {
        var generator = SystemRandomNumberGenerator()
        return Double.random(in: range, using: &generator)
      }
      static func random(in range: ClosedRange<Double>) -> Double {
        var generator = SystemRandomNumberGenerator()
        return Double.random(in: range, using: &generator)
      }
    }
    extension Bool {
      static func random<Generator: RandomNumberGenerator>(using generator: inout Generator) -> Bool {
        (generator.next() >> 17) & 1 == 0
      }
      static func random() -> Bool {
        var generator = SystemRandomNumberGenerator()
        return Bool.random(using: &generator)
      }
    }
    extension Array {
      mutating func shuffle<Generator: RandomNumberGenerator>(using generator: inout Generator) {
        var amount = _count()
        var index = 0
        while amount > 1 {
          let random = Int.random(in: 0..<amount, using: &generator)
          amount -= 1
          self.swapAt(index, index + random)
          index += 1
        }
      }
      mutating func shuffle() {
        var generator = SystemRandomNumberGenerator()
        self.shuffle(using: &generator)
      }
    }
    extension Sequence {
      func shuffled<Generator: RandomNumberGenerator>(using generator: inout Generator) -> [Element] {
        var result = Array(self)
        result.shuffle(using: &generator)
        return result
      }
      func shuffled() -> [Element] {
        var generator = SystemRandomNumberGenerator()
        return self.shuffled(using: &generator)
      }
      func randomElement<Generator: RandomNumberGenerator>(using generator: inout Generator) -> Element? {
        let elements = Array(self)
        if elements.isEmpty { return nil }
        return elements[Int.random(in: 0..<elements.count, using: &generator)]
      }
      func randomElement() -> Element? {
        var generator = SystemRandomNumberGenerator()
        return self.randomElement(using: &generator)
      }
    }
    func readLine(strippingNewline: Bool = true) -> String? { nil }
    """#
}
