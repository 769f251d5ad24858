func slope(_ x: Double) -> Double { 4 * x - 3 }
func descend(from start: Double, rate: Double, momentum: Double = 0, steps: Int) -> [Double] {
  var x = start
  var velocity = 0.0
  var path = [x]
  for _ in 1...steps {
    velocity = momentum * velocity - rate * slope(x)
    x += velocity
    path.append(x)
  }
  return path
}
print(descend(from: 2, rate: 0.1, steps: 5))
print(descend(from: 2, rate: 0.1, momentum: 0.9, steps: 5))
for rate in [0.05, 0.25, 0.5, 0.6] {
  let end = descend(from: 2, rate: rate, steps: 20).last ?? 0
  print(rate, end, abs(end) > 10 ? "diverges" : "stays")
}
