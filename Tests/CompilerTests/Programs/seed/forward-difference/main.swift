func f(_ x: Double) -> Double { 2 * x * x - 3 * x + 4 }
func slope(_ x: Double) -> Double {
  let h = 0.0001
  return (f(x + h) - f(x)) / h
}
print(slope(-1), slope(2))
func centralSlope(_ x: Double, h: Double = 0.0001) -> Double {
  (f(x + h) - f(x - h)) / (2 * h)
}
print(centralSlope(-1), centralSlope(2))
