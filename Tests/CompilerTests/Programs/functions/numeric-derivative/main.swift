func f(_ x: Double) -> Double { 2 * x * x - 3 * x + 4 }
func derivative(of f: (Double) -> Double, at x: Double, step h: Double = 1e-4) -> Double {
  (f(x + h) - f(x - h)) / (2 * h)
}
print(derivative(of: f, at: 2))
print(derivative(of: f, at: -1, step: 1e-6))
print(derivative(of: { $0 * $0 }, at: 3))
print(derivative(of: { x in 1 / x }, at: 2))
for k in 1...5 {
  var h = 1.0
  for _ in 0..<k { h /= 10 }
  print(h, (f(2 + h) - f(2)) / h)
}
