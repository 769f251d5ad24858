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
#sourceLocation(file: "en/reference/numbers.md", line: 14)
print(7 / 2, -7 / 2, 7 % 3, -7 % 3)
let parts = 17.quotientAndRemainder(dividingBy: 5)
print(parts.quotient, parts.remainder, 12.isMultiple(of: 4), (-3).magnitude, (-3).signum(), abs(-3))
print(Int8.min, Int8.max, UInt8.max, Int.max)
#sourceLocation()
#sourceLocation(file: "en/reference/numbers.md", line: 29)
print(0xFF, 0b1010, 0o17, 1_000_000)
print(Int("ff", radix: 16)!, String(255, radix: 2), String(255, radix: 16, uppercase: true))
print(Int("12") ?? 0, Int("12x") ?? -1)
#sourceLocation()
#sourceLocation(file: "en/reference/numbers.md", line: 43)
let byte: UInt8 = 250
print(byte &+ 10, byte.addingReportingOverflow(10))
print(UInt8(truncatingIfNeeded: 300), Int8(clamping: 300), UInt8(exactly: 300) as Any)
#sourceLocation()
#sourceLocation(file: "en/reference/numbers.md", line: 56)
print(6 & 3, 6 | 3, 6 ^ 3, ~6, 1 << 5, -16 >> 2)
print(40.nonzeroBitCount, 40.leadingZeroBitCount, 40.trailingZeroBitCount, UInt8(1).bitWidth, UInt16(0x1234).byteSwapped)
#sourceLocation()
#sourceLocation(file: "en/reference/numbers.md", line: 70)
let third = 1.0 / 3
print(third, Float(third), 0.1 + 0.2, 1e3, 2.5e-3)
print(2.5.rounded(), (-2.5).rounded(), 2.5.rounded(.toNearestOrEven), 2.7.rounded(.down), Int(2.9))
print(10.0.squareRoot(), 7.5.truncatingRemainder(dividingBy: 2), 9.0.remainder(dividingBy: 4), (-1.5).magnitude)
#sourceLocation()
#sourceLocation(file: "en/reference/numbers.md", line: 85)
let zero = 0.0
print(1 / zero, -1 / zero, (zero / zero).isNaN, (1 / zero).isInfinite, Double.nan == Double.nan)
print(Double.pi, Double.infinity, Double.greatestFiniteMagnitude, 1.0.ulp, 1.0.nextUp, (-0.0).sign == .minus)
#sourceLocation()
#sourceLocation(file: "en/reference/numbers.md", line: 98)
print(min(3, 1, 2), max(2.5, 1), (1...5).contains(3))
var low = 1
var high = 9
swap(&low, &high)
print(low, high)
#sourceLocation()
#sourceLocation(file: "en/reference/numbers.md", line: 116)
import Foundation // hide
print(sqrt(16.0), cbrt(27.0), pow(2.0, 10.0), hypot(3.0, 4.0), exp(0.0), log(1.0), log2(8.0), log10(1000.0))
print(sin(0.0), cos(0.0), tan(0.0), atan2(0.0, 1.0), floor(-1.5), ceil(-1.5), trunc(-1.5), round(2.5), fabs(-2.0))
print(fmod(7.5, 2), copysign(2.0, -1.0))
#sourceLocation()
// cell 9: left out, it draws random numbers, which the lesson's seed makes
#sourceLocation(file: "en/reference/numbers.md", line: 153)
func curve(_ x: Double) -> Double { 2 * x * x - 3 * x + 4 }
print(derivative(at: 2, of: curve))
print(gradient(at: 1, 2) { x, y in x * x + 3 * y })
#sourceLocation()
