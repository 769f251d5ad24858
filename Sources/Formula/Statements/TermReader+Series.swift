/// Sums and products over an index.
extension TermReader {
  /// `∑_{i=1}^{n} …`: it reaches over the product behind it.
  mutating func series(_ scripts: Scripts, isProduct: Bool) throws(Unreadable) -> Term {
    guard scripts.primes == 0 else { throw Unreadable("a sum or product without bounds is not read") }
    guard let below = scripts.sub else {
      guard scripts.sup == nil else { throw Unreadable("over what a sum or product runs is not read") }
      index += 1
      return try series(over: nil, from: .number(1, unit: 1), to: .last, isProduct: isProduct)
    }
    let start = Self.row(below)
    guard let above = scripts.sup else {
      guard start.count == 1, let name = Self.name(of: start[0]) else {
        throw Unreadable("a sum or product without bounds is not read")
      }
      index += 1
      return try series(over: name, from: .number(1, unit: 1), to: .last, isProduct: isProduct)
    }
    guard start.count >= 3, let name = Self.name(of: start[0]), Self.symbol(of: start[1])?.text == "=" else {
      throw Unreadable("over what a sum or product runs is not read")
    }
    index += 1
    let (from, to) = (try Self.term(Array(start[2...])), try Self.bound(Self.row(above)))
    return try series(over: name, from: from, to: to, isProduct: isProduct)
  }

  private mutating func series(
    over name: String?, from: Term, to: Term, isProduct: Bool
  ) throws(Unreadable) -> Term {
    let holdsTogether = peek.map(Self.isOneThing) ?? false
    let term = try product()
    guard let name = name ?? Self.index(of: term) else {
      throw Unreadable("a sum or product without bounds is not read")
    }
    if isNext("+", "−"), !holdsTogether {
      openSeries = OpenSeries(
        index: name, hasElements: term.names.contains { SubscriptedName($0)?.index == name })
    }
    return .series(term, name, from: from, to: to, isProduct: isProduct)
  }

  /// The only index in a term, over which `∑ x_i y_i` runs; nil where there is none or several.
  private static func index(of term: Term) -> String? {
    let indices = Set(term.names.compactMap { SubscriptedName($0)?.index })
    guard indices.count == 1, let index = indices.first, ["i", "j", "k", "n"].contains(index) else {
      return nil
    }
    return index
  }

  /// A sum behind whose first product a sign stands.
  struct OpenSeries {
    var index: String
    /// Whether what is added has the index: `w_i x_i`.
    var hasElements: Bool

    /// Whether a term behind the sign is surely no part of it.
    func excludes(_ term: Term) -> Bool {
      // Of `∑ i + 1` it is not clear.
      guard hasElements || term.literal == nil else { return false }
      return !term.names.contains { name in
        name == index || SubscriptedName(name)?.index.contains(index) == true
      }
    }
  }
}
