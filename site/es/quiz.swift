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
#sourceLocation(file: "es/quiz.md", line: 13)
func f(_ x: Double) -> Double { 3*x*x - 12*x + 5 }
func u(_ x: Double) -> Double { x*x - 3*x }
func y(_ u: Double) -> Double { 4*u + 1 }
func composed(_ x: Double) -> Double { y(u(x)) }
func g(_ a: Double, _ b: Double) -> Double { a*a*b + 5*b }
#sourceLocation()
#sourceLocation(file: "es/quiz.md", line: 23)
Swift.debugPrint(f(3))
#sourceLocation()
#sourceLocation(file: "es/quiz.md", line: 24)
Swift.debugPrint(derivative(at: 3.0, of: f))
#sourceLocation()
#sourceLocation(file: "es/quiz.md", line: 25)
Swift.debugPrint(6.0 * 3)
#sourceLocation()
#sourceLocation(file: "es/quiz.md", line: 26)
Swift.debugPrint(derivative(at: 1.0, of: f))
#sourceLocation()
#sourceLocation(file: "es/quiz.md", line: 51)
Swift.debugPrint(3 - 0.1 * derivative(at: 3.0, of: f))
#sourceLocation()
#sourceLocation(file: "es/quiz.md", line: 52)
Swift.debugPrint(3 - 0.1)
#sourceLocation()
#sourceLocation(file: "es/quiz.md", line: 53)
Swift.debugPrint(3 + 0.1 * derivative(at: 3.0, of: f))
#sourceLocation()
#sourceLocation(file: "es/quiz.md", line: 54)
Swift.debugPrint(3 - derivative(at: 3.0, of: f))
#sourceLocation()
#sourceLocation(file: "es/quiz.md", line: 69)
Swift.debugPrint(derivative(at: 2.0, of: u))
#sourceLocation()
#sourceLocation(file: "es/quiz.md", line: 70)
Swift.debugPrint(derivative(at: 2.0, of: u) + 4)
#sourceLocation()
#sourceLocation(file: "es/quiz.md", line: 71)
Swift.debugPrint(derivative(at: 2.0, of: composed))
#sourceLocation()
#sourceLocation(file: "es/quiz.md", line: 72)
Swift.debugPrint(composed(2))
#sourceLocation()
