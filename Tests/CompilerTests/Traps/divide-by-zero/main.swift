func ratio(_ a: Int, _ b: Int) -> Int {
  print("dividing \(a) by \(b)")
  return a / b
}
print(ratio(7, 2))
print(ratio(7, 0))
