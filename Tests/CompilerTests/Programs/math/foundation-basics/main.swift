import Foundation

print(sqrt(2.0), sqrt(16.0), pow(2.0, 10.0), pow(2.0, 0.5), pow(9, -0.5))
print(exp(1.0), exp(0.0), log(10.0), log(M_E), log10(1000.0), log2(8.0))
print(sin(0.0), cos(0.0), tan(0.5), sin(Double.pi / 6), cos(Double.pi))
print(asin(1.0), acos(0.5), atan(1.0), atan2(1.0, -1), atan2(-1.0, 0))
print(hypot(3.0, 4), abs(-3.5), abs(-3), fabs(-2.5))
let zero: Double = sin(0)
let third: Double = exp(-1) / 3
print(zero, third)
let x = 1.5
print(pow(x, 2), pow(x, 3) - pow(2, x), x * sin(x), 2 * exp(-x))
print(floor(2.7), ceil(2.1), round(2.5), trunc(-2.7), floor(-0.5), round(-0.4))
print(min(2, 3.5), max(-1, -2.5), min(1, 2, 0.5))
