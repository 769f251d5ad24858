func loss(_ w: Double, _ b: Double, _ xs: [Double], _ ys: [Double]) -> Double {
  var total = 0.0
  for (x, y) in zip(xs, ys) {
    let error = w * x + b - y
    total += error * error
  }
  return total / Double(xs.count)
}
let xs = [1.0, 2, 3, 4]
let ys = [3.0, 5, 7, 9]
var w = 0.0
var b = 0.0
let rate = 0.05
for epoch in 0..<500 {
  var dw = 0.0
  var db = 0.0
  for i in xs.indices {
    let error = w * xs[i] + b - ys[i]
    dw += 2 * error * xs[i] / Double(xs.count)
    db += 2 * error / Double(xs.count)
  }
  w -= rate * dw
  b -= rate * db
  if epoch % 100 == 0 {
    print("epoch \(epoch): loss \(loss(w, b, xs, ys))")
  }
}
print(w, b)
