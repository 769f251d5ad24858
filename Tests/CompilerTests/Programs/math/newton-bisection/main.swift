import Foundation

func bisect(_ f: (Double) -> Double, _ low: Double, _ high: Double, tolerance: Double = 1e-10) -> Double {
  var a = low
  var b = high
  while b - a > tolerance {
    let middle = (a + b) / 2
    if f(a) * f(middle) <= 0 { b = middle } else { a = middle }
  }
  return (a + b) / 2
}
func newton(_ f: (Double) -> Double, _ slope: (Double) -> Double, from start: Double, steps: Int = 8)
  -> Double
{
  var x = start
  for _ in 0..<steps { x -= f(x) / slope(x) }
  return x
}
print(bisect({ cos($0) - $0 }, 0, 1))
print(newton({ $0 * $0 - 2 }, { 2 * $0 }, from: 1))
print(newton({ cos($0) - $0 }, { -sin($0) - 1 }, from: 1), sqrt(2))
