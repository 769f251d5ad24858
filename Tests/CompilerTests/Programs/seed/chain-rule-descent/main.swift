func descend(_ slope: (Double) -> Double, from start: Double) -> Double {
  var x = start
  for _ in 1...250 {
    if slope(x) > 0 {
      x -= 0.01
    } else if slope(x) < 0 {
      x += 0.01
    } else {
      break
    }
  }
  return x
}
print(descend({ 6 * $0 - 3 }, from: 2))
print(descend({ 12 * $0 - 3 }, from: 2))
