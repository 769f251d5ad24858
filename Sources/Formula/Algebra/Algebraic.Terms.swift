extension Algebraic {
  /// The products of a sum with their coefficients: a dictionary that is fast for the few terms that sums have.
  ///
  /// - Complexity: Each look-up passes all terms, but compares only those whose hashes are the same.
  struct Terms: Sendable {
    typealias Element = (key: Product, value: Double)

    private var elements: [Element] = []
    /// The hashes of the products, in the same order.
    private var codes: [UInt64] = []

    var keys: some Collection<Product> { elements.lazy.map(\.key) }
    var values: some Collection<Double> { elements.lazy.map(\.value) }

    subscript(product: Product) -> Double? {
      get { place(of: product, product.code).map { elements[$0].value } }
      set { set(product) { _ in newValue } }
    }

    /// Adds to the coefficient of a product, whose term goes where that makes 0.
    mutating func add(_ coefficient: Double, _ product: Product) {
      set(product) { known in
        let sum = (known ?? 0) + coefficient
        return sum == 0 ? nil : sum
      }
    }

    /// Gives a product the coefficient that becomes of the one that it has.
    private mutating func set(_ product: Product, _ coefficient: (Double?) -> Double?) {
      let code = product.code
      let place = place(of: product, code)
      switch (place, coefficient(place.map { elements[$0].value })) {
      case (let place?, let value?): elements[place].value = value
      case (let place?, nil):
        elements.remove(at: place)
        codes.remove(at: place)
      case (nil, let value?):
        elements.append((product, value))
        codes.append(code)
      case (nil, nil): break
      }
    }

    func filter(_ isKept: (Element) -> Bool) -> Self {
      var kept = Self()
      for (index, element) in elements.enumerated() where isKept(element) {
        kept.elements.append(element)
        kept.codes.append(codes[index])
      }
      return kept
    }

    /// The hash of the sum of the terms.
    var code: UInt64 {
      zip(codes, elements).reduce(0) { $0 &+ Algebraic.code(of: $1.0, times: $1.1.value) }
    }

    private func place(of product: Product, _ code: UInt64) -> Int? {
      codes.indices.first { codes[$0] == code && elements[$0].key == product }
    }
  }
}

extension Algebraic.Terms: RandomAccessCollection {
  var startIndex: Int { elements.startIndex }
  var endIndex: Int { elements.endIndex }
  subscript(position: Int) -> Element { elements[position] }
}

extension Algebraic.Terms: Equatable {
  static func == (left: Self, right: Self) -> Bool {
    left.count == right.count
      && left.elements.indices.allSatisfy { index in
        let (product, coefficient) = left.elements[index]
        return right.place(of: product, left.codes[index]).map { right.elements[$0].value } == coefficient
      }
  }
}
