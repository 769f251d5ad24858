/// Functions that are made of others.
extension TermReader {
  /// The combination of functions that stands in brackets before others, as in `(f + g)(x)`; nil where it is none.
  mutating func combination(of term: Term, _ scripts: Scripts) -> Term? {
    guard scripts.sup == nil, scripts.sub == nil, !term.functionNames.isEmpty else { return nil }
    let start = index
    guard let found = try? arguments(), found.terms.count == 1, found.exponent == nil else {
      index = start
      return nil
    }
    return .combination(term, order: scripts.primes, of: found.terms[0])
  }

  /// What stands behind the first `∘`: the name of a function, or a composition itself.
  mutating func composed() throws(Unreadable) -> Term {
    var names: [String] = []
    while isNext("∘") {
      index += 1
      guard case .name(let name) = try factor() else { throw Unreadable("'∘' is read between names only") }
      names.append(name)
    }
    guard let last = names.popLast() else { throw unreadable() }
    return names.reversed().reduce(.name(last)) { .composition($1, $0) }
  }
}
