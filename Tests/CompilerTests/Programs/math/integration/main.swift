import Foundation

func trapezoid(_ f: (Double) -> Double, from a: Double, to b: Double, pieces n: Int) -> Double {
  let h = (b - a) / Double(n)
  var sum = (f(a) + f(b)) / 2
  for i in 1..<n {
    sum += f(a + Double(i) * h)
  }
  return sum * h
}
for n in [2, 10, 100, 1000] {
  print(n, trapezoid(sin, from: 0, to: .pi, pieces: n))
}
print(trapezoid({ $0 * $0 }, from: 0, to: 3, pieces: 300))
