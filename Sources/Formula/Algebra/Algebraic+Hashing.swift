/// Hashes that do not depend on the order of terms and factors.
///
/// They are sums of what each part gives, so one hasher is enough for all of an expression: the hash of a dictionary
/// takes one for each of its elements.
extension Algebraic {
  public func hash(into hasher: inout Hasher) { hasher.combine(terms.code) }

  /// What a term gives: a product of a hash, with a coefficient.
  static func code(of product: UInt64, times coefficient: Double) -> UInt64 {
    (product ^ coefficient.code).mixed
  }
}

extension Algebraic.Product {
  func hash(into hasher: inout Hasher) { hasher.combine(code) }

  /// - Complexity: Linear in the size.
  var code: UInt64 {
    exponents.reduce(1) { $0 &+ ($1.key.code ^ $1.value.code).mixed }
  }
}

extension Algebraic.Factor {
  func hash(into hasher: inout Hasher) { hasher.combine(code) }

  fileprivate var code: UInt64 {
    switch self {
    case .variable(let name): Self.code(of: name)
    case .function(let name, let arguments):
      arguments.reduce(Self.code(of: name) + 1) { ($0 ^ $1.terms.code).mixed }
    case .sum(let sum): sum.terms.code.mixed
    }
  }

  private static func code(of name: String) -> UInt64 {
    name.utf8.reduce(0) { ($0 << 8 ^ UInt64($1)).mixed } >> 1
  }
}

extension Double {
  /// Equal for equal numbers, which both zeros are.
  fileprivate var code: UInt64 { (self + 0).bitPattern.mixed }
}

extension UInt64 {
  /// A number whose every bit depends on all bits of this one (the finaliser of SplitMix64 with one of its rounds).
  fileprivate var mixed: UInt64 {
    let product = (self ^ self >> 30) &* 0xBF58_476D_1CE4_E5B9
    return product ^ product >> 27
  }
}
