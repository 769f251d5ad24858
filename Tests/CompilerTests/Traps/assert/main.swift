func mean(_ values: [Double]) -> Double {
  assert(!values.isEmpty, "no values")
  return values.reduce(0, +) / Double(values.count)
}
print(mean([1, 2]))
print(mean([]))
