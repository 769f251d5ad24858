func simulate(_ slope: (Double, Double) -> Double, from y0: Double, step h: Double, count: Int) -> [Double] {
  var t = 0.0
  var y = y0
  var path = [y]
  for _ in 0..<count {
    y += h * slope(t, y)
    t += h
    path.append(y)
  }
  return path
}
let decay = simulate({ _, y in -0.5 * y }, from: 1, step: 0.1, count: 10)
print(decay)
print(simulate({ t, _ in 2 * t }, from: 0, step: 0.25, count: 4))
