func slope(_ x: Double) -> Double { 4 * x - 3 }
var x = 2.0
var firstRepeat = -1
var trail: [Double] = [x]
for n in 1...130 {
  x += slope(x) > 0 ? -0.01 : 0.01
  if n >= 2 && firstRepeat < 0 && abs(x - trail[n - 2]) < 1e-9 {
    firstRepeat = n
  }
  trail.append(x)
}
print(firstRepeat)
print(trail.suffix(4).map { ($0 * 100).rounded() / 100 })
