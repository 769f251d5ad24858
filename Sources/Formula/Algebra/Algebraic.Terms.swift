extension Algebraic {
  /// The products of a sum with their coefficients: a dictionary that is fast for the few terms that sums have.
  ///
  /// - Complexity: Each look-up passes all terms, but compares only those whose hashes are the same.
  struct Terms: Sendable {
    typealias Element = (key: Product, value: Double)

    /// A term with the hash of its product.
    private struct Entry {
      var element: Element
      var code: UInt64
    }

    private var entries: [Entry] = []

    var keys: some Collection<Product> { entries.lazy.map(\.element.key) }
    var values: some Collection<Double> { entries.lazy.map(\.element.value) }

    subscript(product: Product) -> Double? {
      get { place(of: product, product.code).map { entries[$0].element.value } }
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
      switch (place, coefficient(place.map { entries[$0].element.value })) {
      case (let place?, let value?): entries[place].element.value = value
      case (let place?, nil): entries.remove(at: place)
      case (nil, let value?): entries.append(Entry(element: (product, value), code: code))
      case (nil, nil): break
      }
    }

    func filter(_ isKept: (Element) -> Bool) -> Self {
      var kept = Self()
      kept.entries = entries.filter { isKept($0.element) }
      return kept
    }

    /// The terms at these places.
    func arranged(_ places: [Int]) -> Self {
      var arranged = Self()
      arranged.entries = places.map { entries[$0] }
      return arranged
    }

    /// The hash of the sum of the terms.
    var code: UInt64 {
      entries.reduce(0) { $0 &+ Algebraic.code(of: $1.code, times: $1.element.value) }
    }

    private func place(of product: Product, _ code: UInt64) -> Int? {
      entries.firstIndex { $0.code == code && $0.element.key == product }
    }
  }
}

extension Algebraic.Terms: RandomAccessCollection {
  var startIndex: Int { entries.startIndex }
  var endIndex: Int { entries.endIndex }
  subscript(position: Int) -> Element { entries[position].element }
}

extension Algebraic.Terms: Equatable {
  static func == (left: Self, right: Self) -> Bool {
    left.count == right.count
      && left.entries.allSatisfy { entry in
        let (product, coefficient) = entry.element
        return right.place(of: product, entry.code).map { right.entries[$0].element.value } == coefficient
      }
  }
}
