#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif
func plot(_ xs: [Double], _ ys: [Double], title: String = "", x: String = "", y: String = "") {}
func plot(
  _ f: (Double) -> Double, over range: ClosedRange<Double>, title: String = "", x: String = "", y: String = ""
) {}
#sourceLocation(file: "en/guide/formulas.md", line: 12)
func f(_ x: Double) -> Double { 2*x*x - 3*x + 4 }
func u(_ x: Double) -> Double { 2*x*x - x - 2 }
func y(_ u: Double) -> Double { 3*u + 1 }
func relu(_ x: Double) -> Double { max(0, x) }
func E(_ a: Double, _ b: Double) -> Double { a*a + 3*a*b }
func sigma(_ z: Double) -> Double { 1 / (1 + exp(-z)) }
let d = [2.0, 4.0, 9.0]
let A = [[1.0, 2.0], [3.0, 4.0]]
let rate = 0.1
let v = [1.0, 0.0, -1.0]
#sourceLocation()
#sourceLocation(file: "en/guide/formulas.md", line: 111)
var w = 0.5
func model(_ x: Double) -> Double { w * x }
#sourceLocation()
#sourceLocation(file: "en/guide/formulas.md", line: 118)
for _ in 1...3 { w -= 0.5 * (w - 2) }
#sourceLocation()
