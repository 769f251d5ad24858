var a = 1.0
var b = 1.0
var c = 1.0
func gradientA(_ a: Double) -> Double { 2 * (6 * a - 2) }
func gradientB(_ b: Double) -> Double { 2 * (2 * b) }
func gradientC(_ c: Double) -> Double { 1 }
let step = 0.05
for _ in 0..<250 {
  if gradientA(a) > 0 { a -= step } else { a += step }
  if gradientB(b) > 0 { b -= step } else { b += step }
  if gradientC(b) > 0 { c -= step } else { c += step }
}
print("a = \(a), b = \(b), c = \(c)")
let u = 3 * a * a - 2 * a + b * b + 1
print(u, 2 * u + c)
