func classify(_ n: Int) -> String {
  guard n > 0 else { return "not positive" }
  guard n % 2 == 0 else { return "odd" }
  return "even"
}
print(classify(-1), classify(3), classify(4))
func mean(_ values: [Double]) -> Double {
  guard !values.isEmpty else { return 0 }
  let count = Double(values.count)
  return values.reduce(0, +) / count
}
print(mean([]), mean([1, 2]))
for n in 1...5 {
  guard n != 2 else { continue }
  guard n < 5, n > 0 else { break }
  print(n)
}
