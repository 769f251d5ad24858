func slope(_ x: Double) -> Double {
  4 * x - 3
}
print(slope(-1), slope(2), slope(0.75))
for x in stride(from: -1.0, through: 2.0, by: 0.5) {
  print("f'(\(x)) = \(slope(x))")
}
