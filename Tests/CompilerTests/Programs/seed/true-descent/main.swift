func slope(_ x: Double) -> Double { 4 * x - 3 }
var x = 2.0
let alpha = 0.1
var steps = 0
while abs(slope(x)) > 1e-12 && steps < 250 {
  x -= alpha * slope(x)
  steps += 1
}
print(x, steps)
x = 2
for _ in 0..<250 {
  x -= alpha * slope(x)
}
print(x)
