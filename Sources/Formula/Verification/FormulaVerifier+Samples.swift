/// Sums over all elements of arrays that run to a name.
extension FormulaVerifier {
  /// The name to which all sums of a chain run, from 1, and how many elements the arrays have whose elements they add up; nil where
  /// these have several lengths, or a sum runs otherwise.
  func sampleSize(of chain: Statement.Chain, _ arrays: [String: [Double]]) -> (name: String, count: Int)? {
    guard !arrays.isEmpty else { return nil }
    var names: Set<String?> = []
    var counts: Set<Int?> = []
    for side in chain.sides {
      side.term?.visit { part in
        guard case .series(let operand, let index, let from, let to, false) = part else { return }
        if case .name(let name) = to, from.literal?.value == 1 {
          names.insert(name)
        } else {
          names.insert(nil)
        }
        for case let element? in operand.names.map(SubscriptedName.init) where element.index == index {
          counts.insert(arrays[element.base]?.count)
        }
      }
    }
    guard names.count == 1, counts.count == 1, case let name?? = names.first, case let count?? = counts.first
    else {
      return nil
    }
    return (name, count)
  }
}
