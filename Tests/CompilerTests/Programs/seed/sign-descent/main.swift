func slope(_ x: Double) -> Double { 4 * x - 3 }
var x = 2.0
let alpha = 0.01
for _ in 1...250 {
  if slope(x) > 0 {
    x -= alpha
  } else if slope(x) < 0 {
    x += alpha
  } else {
    print("minimum found")
    break
  }
}
print(x)
