extension Algebraic {
  /// The factors of a product with their exponents: a dictionary that is fast for the few that products have.
  ///
  /// - Complexity: Each look-up is linear in the number of factors.
  struct Exponents: Sendable {
    typealias Element = (key: Factor, value: Double)

    private var elements: [Element]

    private init(_ elements: [Element]) { self.elements = elements }

    var keys: some Collection<Factor> { elements.lazy.map(\.key) }
    var values: some Collection<Double> { elements.lazy.map(\.value) }

    subscript(factor: Factor) -> Double? {
      get { place(of: factor).map { elements[$0].value } }
      set {
        switch (place(of: factor), newValue) {
        case (let place?, let value?): elements[place].value = value
        case (let place?, nil): elements.remove(at: place)
        case (nil, let value?): elements.append((factor, value))
        case (nil, nil): break
        }
      }
    }

    subscript(factor: Factor, default value: Double) -> Double {
      get { self[factor] ?? value }
      set { self[factor] = newValue }
    }

    func filter(_ isKept: (Element) -> Bool) -> Self { Self(elements.filter(isKept)) }

    func mapValues(_ transform: (Double) -> Double) -> Self {
      Self(elements.map { ($0.key, transform($0.value)) })
    }

    /// In the order of the factors.
    func sorted() -> Self { Self(elements.sorted { $0.key.precedes($1.key) }) }

    /// The exponents of the product with another: each factor has the sum of both.
    func adding(_ other: Self) -> Self {
      var elements: [Element] = []
      elements.reserveCapacity(count + other.count)
      elements += self.elements
      var sum = Self(elements)
      elements = []
      for (factor, exponent) in other {
        let both = (sum[factor] ?? 0) + exponent
        sum[factor] = both == 0 ? nil : both
      }
      return sum
    }

    private func place(of factor: Factor) -> Int? { elements.firstIndex { $0.key == factor } }
  }
}

extension Algebraic.Exponents: RandomAccessCollection {
  var startIndex: Int { elements.startIndex }
  var endIndex: Int { elements.endIndex }
  subscript(position: Int) -> Element { elements[position] }
}

extension Algebraic.Exponents: ExpressibleByDictionaryLiteral {
  init(dictionaryLiteral elements: (Algebraic.Factor, Double)...) {
    self.init(elements.map { (key: $0, value: $1) })
  }
}

extension Algebraic.Exponents: Equatable {
  static func == (left: Self, right: Self) -> Bool {
    left.count == right.count && left.allSatisfy { right[$0.key] == $0.value }
  }
}
