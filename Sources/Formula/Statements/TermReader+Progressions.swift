/// Sums with dots for terms that the others tell: `1 + 2 + \dots + n`.
extension TermReader {
  /// The terms of a sum with those around its dots, and those that these stand for, as one.
  ///
  /// - Parameter dots: How many terms stand before the dots.
  /// - Complexity: Some comparisons for each name behind the dots.
  static func withoutDots(_ terms: [Term], _ dots: Int) throws(Unreadable) -> [Term] {
    guard terms.indices.contains(dots), dots > 1 else { throw Unreadable("what dots stand for is not clear") }
    let (first, last) = (Array(terms[..<dots]), terms[dots])
    let meaning = Meaning(budget: SeriesBudget())
    func form(_ term: Term) -> Algebraic? { try? meaning.expression(term) }
    let known = first.compactMap(form)
    guard known.count == first.count, let sum = series(known, last, form) ?? progression(known, form(last))
    else {
      throw Unreadable("what dots stand for is not clear")
    }
    return [sum] + terms[(dots + 1)...]
  }

  /// The sum over what the last term is for each value of a name in it, as `2^n` and `x_n` tell.
  private static func series(
    _ first: [Algebraic], _ last: Term, _ form: (Term) -> Algebraic?
  ) -> Term? {
    for name in indices(in: last) {
      let start = (0...3).first { start in
        first.enumerated().allSatisfy { offset, known in
          form(last.indexed(name, start + offset) { _ in nil })?.comparison(with: known).isEqual ?? false
        }
      }
      guard let start else { continue }
      // The bound has the name, so what runs has another.
      let running = "·" + name
      let operand = last.replacing { part in
        guard case .name(let other) = part else { return nil }
        if other == name { return .name(running) }
        return SubscriptedName(other).flatMap { $0.index == name ? .name("\($0.base)_\(running)") : nil }
      }
      return .series(
        operand, running, from: .number(Double(start), unit: 1), to: .name(name), isProduct: false)
    }
    return nil
  }

  /// The names that may count terms: letters alone, or at others.
  private static func indices(in term: Term) -> [String] {
    var found: Set<String> = []
    term.visit { part in
      guard case .name(let name) = part else { return }
      found.insert(SubscriptedName(name)?.index ?? name)
    }
    return found.filter { $0.count == 1 && $0.first?.isLetter == true }.sorted()
  }

  /// The sum of numbers that grow by the same number, or by the same factor, up to the last one; nil where both or neither could be
  /// meant.
  private static func progression(_ first: [Algebraic], _ last: Algebraic?) -> Term? {
    let numbers = first.compactMap { $0.value(at: [:])?.value }
    guard numbers.count == first.count, let end = last?.value(at: [:])?.value, numbers[0] != 0 else {
      return nil
    }
    func isNear(_ left: Double, _ right: Double) -> Bool {
      abs(left - right) <= 1e-9 * max(abs(left), abs(right))
    }
    let (step, ratio) = (numbers[1] - numbers[0], numbers[1] / numbers[0])
    let pairs = zip(numbers, numbers.dropFirst())
    var sums: [Double] = []
    let count = ((end - numbers[0]) / step).rounded() + 1
    if count > Double(numbers.count), count < 1e9, isNear(numbers[0] + (count - 1) * step, end),
      pairs.allSatisfy({ isNear($1 - $0, step) })
    {
      sums.append(count * (numbers[0] + end) / 2)
    }
    var (term, sum) = (numbers[0], 0.0)
    for _ in 0..<mostFactors where abs(term) <= abs(end) * (1 + 1e-9) && ratio > 1 {
      sum += term
      if isNear(term, end), pairs.allSatisfy({ isNear($1, $0 * ratio) }) { sums.append(sum) }
      term *= ratio
    }
    return sums.count == 1 ? .number(sums[0], unit: 0) : nil
  }

  private static let mostFactors = 100
}
