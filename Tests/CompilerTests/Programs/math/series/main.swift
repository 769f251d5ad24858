import Foundation

var term = 1.0
var e = 1.0
for n in 1...17 {
  term /= Double(n)
  e += term
}
print(e, e == M_E, abs(e - exp(1)) < 1e-15)
var quarterPi = 0.0
for k in 0..<1000 {
  quarterPi += (k % 2 == 0 ? 1 : -1) / Double(2 * k + 1)
}
print(4 * quarterPi, Double.pi)
print((1...20).map { 1 / Double($0 * $0) }.reduce(0, +), Double.pi * Double.pi / 6)
let harmonic = (1...100).reduce(0.0) { $0 + 1 / Double($1) }
print(harmonic, harmonic - log(100))
