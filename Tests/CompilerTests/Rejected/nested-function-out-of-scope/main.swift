func outer() -> Int {
  func inner() -> Int { 3 }
  return inner()
}
print(outer() + inner())
