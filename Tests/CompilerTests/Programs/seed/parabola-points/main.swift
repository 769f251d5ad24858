func f(_ x: Double) -> Double { 2 * x * x - 3 * x + 4 }
let xs = Array(stride(from: -5.0, to: 5.0, by: 0.25))
let ys = xs.map(f)
print(xs.count, xs[0], xs[xs.count - 1])
print(ys[0], ys.min() ?? 0, ys[ys.count - 1])
for (x, y) in zip(xs, ys) {
  print(x, y)
}
