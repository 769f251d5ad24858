func doubled(_ text: String) -> Int {
  guard let n = Int(text) else {
    print("cannot read \(text)")
    return 0
  }
  return n * 2
}
print(doubled("21"), doubled("x"))
func firstPositive(_ values: [Int]) -> Int? {
  for value in values where value > 0 {
    return value
  }
  return nil
}
print(firstPositive([-1, 4, 5]) ?? 0, firstPositive([]) ?? 0)
