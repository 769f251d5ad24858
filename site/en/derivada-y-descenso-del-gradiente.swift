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
#sourceLocation(file: "en/derivada-y-descenso-del-gradiente.md", line: 29)
func f(_ x: Double) -> Double { 2*x*x - 3*x + 4 }
Swift.debugPrint(f(3))
#sourceLocation()
#sourceLocation(file: "en/derivada-y-descenso-del-gradiente.md", line: 43)
let xs = Array(stride(from: -5.0, to: 5.0, by: 0.25))
let ys = xs.map(f)
plot(xs, ys, title: "f(x) = 2x² − 3x + 4", x: "x", y: "f(x)")
#sourceLocation()
#sourceLocation(file: "en/derivada-y-descenso-del-gradiente.md", line: 64)
func forwardSlope(_ x: Double, h: Double) -> Double { (f(x + h) - f(x)) / h }
print("Slope at -1:", forwardSlope(-1, h: 0.0001))
print("Slope at 2:", forwardSlope(2, h: 0.0001))
#sourceLocation()
#sourceLocation(file: "en/derivada-y-descenso-del-gradiente.md", line: 86)
for h in [0.1, 0.01, 0.001, 0.0001] {
  print("h = \(h): error", forwardSlope(-1, h: h) - (-7))
}
#sourceLocation()
#sourceLocation(file: "en/derivada-y-descenso-del-gradiente.md", line: 103)
func centralSlope(_ x: Double, h: Double) -> Double { (f(x + h) - f(x - h)) / (2*h) }
Swift.debugPrint(centralSlope(-1, h: 0.0001))
#sourceLocation()
#sourceLocation(file: "en/derivada-y-descenso-del-gradiente.md", line: 115)
func slope(_ x: Double) -> Double { 4*x - 3 }
for x in [-1.0, 0.75, 2.0] {
  print("x = \(x): by hand", slope(x), "and with derivative", derivative(at: x, of: f))
}
#sourceLocation()
// cell 7: left out, it asks for a formula
#sourceLocation(file: "en/derivada-y-descenso-del-gradiente.md", line: 148)
Swift.debugPrint(f(0.75))
#sourceLocation()
#sourceLocation(file: "en/derivada-y-descenso-del-gradiente.md", line: 163)
plot(f, over: -0.5...2, title: "The minimum of f", x: "x", y: "f(x)")
#sourceLocation()
#sourceLocation(file: "en/derivada-y-descenso-del-gradiente.md", line: 177)
func signDescent(from start: Double, step: Double, count: Int, slope: (Double) -> Double) -> [Double] {
  var x = start
  var path = [x]
  for _ in 1...count {
    let s = slope(x)
    if s > 0 {
      x -= step
    } else if s < 0 {
      x += step
    }
    path.append(x)
  }
  return path
}

let bySign = signDescent(from: 2, step: 0.01, count: 250, slope: slope)
print("After 250 steps, x =", bySign[250])
#sourceLocation()
#sourceLocation(file: "en/derivada-y-descenso-del-gradiente.md", line: 204)
for n in 247...250 {
  print("Step \(n):", bySign[n])
}
print("Points with zero slope:", bySign.filter { slope($0) == 0 }.count)
#sourceLocation()
#sourceLocation(file: "en/derivada-y-descenso-del-gradiente.md", line: 226)
let window = 115...140
plot(
  window.map { Double($0) }, window.map { bySign[$0] },
  title: "The swing of equal steps", x: "step", y: "x")
#sourceLocation()
#sourceLocation(file: "en/derivada-y-descenso-del-gradiente.md", line: 246)
func descent(from start: Double, alpha: Double, count: Int, slope: (Double) -> Double) -> [Double] {
  var x = start
  var path = [x]
  for _ in 1...count {
    x -= alpha * slope(x)
    path.append(x)
  }
  return path
}

let byGradient = descent(from: 2, alpha: 0.1, count: 250, slope: slope)
for n in [1, 2, 3, 10, 250] {
  print("Step \(n):", byGradient[n])
}
#sourceLocation()
#sourceLocation(file: "en/derivada-y-descenso-del-gradiente.md", line: 277)
let early = 0...20
plot(
  early.map { Double($0) }, early.map { byGradient[$0] },
  title: "Gradient descent", x: "step", y: "x")
#sourceLocation()
#sourceLocation(file: "en/derivada-y-descenso-del-gradiente.md", line: 290)
var settled = 0
while byGradient[settled] != byGradient[settled + 1] {
  settled += 1
}
print("At rest from step \(settled) on")
print("Slope that is left:", slope(byGradient[settled]))
#sourceLocation()
#sourceLocation(file: "en/derivada-y-descenso-del-gradiente.md", line: 308)
Swift.debugPrint(descent(from: 2, alpha: 0.25, count: 1, slope: slope)[1])
#sourceLocation()
#sourceLocation(file: "en/derivada-y-descenso-del-gradiente.md", line: 310)
Swift.debugPrint(descent(from: 2, alpha: 0.6, count: 20, slope: slope)[20])
#sourceLocation()
#sourceLocation(file: "en/derivada-y-descenso-del-gradiente.md", line: 331)
func u(_ x: Double) -> Double { 2*x*x - x - 2 }
func y(_ u: Double) -> Double { 3*u + 1 }
func composed(_ x: Double) -> Double { y(u(x)) }
Swift.debugPrint(derivative(at: 2.0, of: composed))
#sourceLocation()
#sourceLocation(file: "en/derivada-y-descenso-del-gradiente.md", line: 345)
func cubed(_ x: Double) -> Double { pow(u(x), 3) }
Swift.debugPrint(cubed(2))
#sourceLocation()
// cell 17: left out, it asks for a formula
#sourceLocation(file: "en/derivada-y-descenso-del-gradiente.md", line: 370)
Swift.debugPrint(derivative(at: 2.0, of: cubed))
#sourceLocation()
#sourceLocation(file: "en/derivada-y-descenso-del-gradiente.md", line: 376)
let right = signDescent(from: 2, step: 0.01, count: 250, slope: { 12*$0 - 3 })
let wrong = signDescent(from: 2, step: 0.01, count: 250, slope: { 6*$0 - 3 })
print("With 12x - 3:", right[250])
print("With 6x - 3:", wrong[250])
#sourceLocation()
#sourceLocation(file: "en/derivada-y-descenso-del-gradiente.md", line: 392)
for x in [0.25, 0.5] {
  print("At \(x): y =", composed(x), "with slope", derivative(at: x, of: composed))
}
#sourceLocation()
#sourceLocation(file: "en/derivada-y-descenso-del-gradiente.md", line: 402)
Swift.debugPrint(derivative(at: 0.5, of: composed))
#sourceLocation()
#sourceLocation(file: "en/derivada-y-descenso-del-gradiente.md", line: 415)
func u(_ a: Double, _ b: Double) -> Double { 3*a*a - 2*a + b*b + 1 }
func y(_ u: Double, _ c: Double) -> Double { 2*u + c }
func model(_ a: Double, _ b: Double, _ c: Double) -> Double { y(u(a, b), c) }
Swift.debugPrint(gradient(at: 1.0, 1.0, 1.0, of: model))
#sourceLocation()
#sourceLocation(file: "en/derivada-y-descenso-del-gradiente.md", line: 436)
func stepped(_ x: Double, against slope: Double) -> Double { slope > 0 ? x - 0.05 : x + 0.05 }

func signDescent3(count: Int) -> (a: Double, b: Double, c: Double) {
  var a = 1.0
  var b = 1.0
  var c = 1.0
  for _ in 1...count {
    a = stepped(a, against: 12*a - 4)
    b = stepped(b, against: 4*b)
    c = stepped(c, against: 1)
  }
  return (a, b, c)
}

let end = signDescent3(count: 250)
print("a =", end.a)
print("b =", end.b)
print("c =", end.c)
#sourceLocation()
#sourceLocation(file: "en/derivada-y-descenso-del-gradiente.md", line: 466)
for count in [249, 250] {
  let p = signDescent3(count: count)
  print("\(count) steps: a = \(p.a), b = \(p.b)")
}
#sourceLocation()
#sourceLocation(file: "en/derivada-y-descenso-del-gradiente.md", line: 490)
func descent3(count: Int) -> (a: Double, b: Double, c: Double) {
  let alpha = 0.05
  var a = 1.0
  var b = 1.0
  var c = 1.0
  for _ in 1...count {
    a -= alpha * (12*a - 4)
    b -= alpha * (4*b)
    c -= alpha * 1
  }
  return (a, b, c)
}

for count in [250, 500, 1000] {
  let p = descent3(count: count)
  print("\(count) steps: a = \(p.a), b = \(p.b), c = \(p.c)")
  print("  y = \(model(p.a, p.b, p.c))")
}
#sourceLocation()
// cell 24: left out, it searches for a minimum
// cell #mapa: left out, it searches for a minimum
