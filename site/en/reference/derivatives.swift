#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif
func plot(_ xs: [Double], _ ys: [Double], title: String = "", x: String = "", y: String = "") {}
func plot(
  _ f: (Double) -> Double, over range: ClosedRange<Double>, title: String = "", x: String = "", y: String = ""
) {}
import _Differentiation
func derivative(at x: Double, of f: @differentiable(reverse) (Double) -> Double) -> Double {
  gradient(at: x, of: f)
}
func derivative(of f: @escaping @differentiable(reverse) (Double) -> Double) -> (Double) -> Double {
  { gradient(at: $0, of: f) }
}
// cell 1: left out, it takes derivatives in ways that only cells know
// cell 2: left out, it needs 'height' of a cell that is left out
#sourceLocation(file: "en/reference/derivatives.md", line: 43)
func energy(_ x: Double, _ y: Double) -> Double { x * x + 3 * x * y }
print(gradient(at: 1, 2, of: energy))

func error(_ weights: [Double]) -> Double {
  var sum = 0.0
  for (index, weight) in weights.enumerated() { sum += weight * weight * Double(index + 1) }
  return sum
}
print(gradient(at: [1, 2, 3], of: error))
print(valueWithGradient(at: 3, [1.0, 2.0]) { x, w in x * w[0] + w[1] })
#sourceLocation()
// cell 4: left out, it takes derivatives in ways that only cells know
// cell 5: left out, it takes derivatives in ways that only cells know
#sourceLocation(file: "en/reference/derivatives.md", line: 94)
print(derivative(at: 2) { x in x * withoutDerivative(at: x) })
print(derivative(at: 0) { x in abs(x) })
print(gradient(at: 1, 1) { x, y in max(x, y) }, gradient(at: 1, 1) { x, y in min(x, y) })
#sourceLocation()
// cell 7: left out, it takes derivatives in ways that only cells know
#sourceLocation(file: "en/reference/derivatives.md", line: 144)
func rounded(_ x: Double) -> Double { x.rounded() }
@derivative(of: rounded)
func straightThrough(_ x: Double) -> (value: Double, pullback: (Double) -> Double) {
  (value: rounded(x), pullback: { $0 })
}
print(rounded(2.6), derivative(at: 2.6) { x in rounded(x) * x })
#sourceLocation()
// cell 9: left out, it asks for a formula
// cell 10: left out, it asks for a formula
// cell 11: left out, it asks for a formula
// cell 12: left out, it fails
// cell 13: left out, it asks for a formula
// cell 14: left out, it asks for a formula
// cell 15: left out, it asks for a formula
// cell 16: left out, it asks for a formula
// cell 17: left out, it asks for a formula
// cell 18: left out, it asks for a formula
// cell 19: left out, it searches for a minimum
// cell 20: left out, it searches for a minimum
// cell 21: left out, it searches for a minimum
// cell 22: left out, it searches for a minimum
// cell 23: left out, it searches for a minimum
// cell 24: left out, it fails
// cell 25: left out, it needs 'deep' of a cell that is left out
