func f(_ x: Double) -> Double {
  return 2 * x * x - 3 * x + 4
}
print(f(3))
