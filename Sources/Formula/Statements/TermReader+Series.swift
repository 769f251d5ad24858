/// Sums and products over an index.
extension TermReader {
  /// `∑_{i=1}^{n} …`: it reaches over the product behind it.
  mutating func series(_ scripts: Scripts, isProduct: Bool) throws(Unreadable) -> Term {
    guard let below = scripts.sub, let above = scripts.sup, scripts.primes == 0 else {
      throw Unreadable("a sum or product without bounds is not read")
    }
    let start = Self.row(below)
    guard start.count >= 3, let name = Self.name(of: start[0]), Self.symbol(of: start[1])?.text == "=" else {
      throw Unreadable("over what a sum or product runs is not read")
    }
    index += 1
    let (from, to) = (try Self.term(Array(start[2...])), try Self.term([above]))
    return .series(try operand(), name, from: from, to: to, isProduct: isProduct)
  }
}
