func show(_ value: Int?) -> String {
  switch value {
  case nil: return "nothing"
  case 0?: return "zero"
  case let n? where n < 0: return "negative \(n)"
  case .some(let n): return "some \(n)"
  }
}
print(show(nil), show(0), show(-2), show(8))
let n: Int? = 4
print(n.map { $0 * $0 } ?? 0, n.flatMap { $0 > 5 ? $0 : nil } ?? -1)
