import Foundation

print(sinh(1.0), cosh(1.0), tanh(0.5))
print(exp2(3.0), expm1(1e-10), log1p(1e-10))
print(fmod(7.5, 2), fmod(-7.5, 2), remainder(7.5, 2), copysign(3.0, -0.0))
print(erf(0.5), tgamma(5.0))
print(sqrt(-1.0).isNaN, log(0.0), log(-1.0).isNaN, exp(1000.0), exp(-1000.0), pow(0.0, 0.0))
print(floor(-2.5), ceil(-2.5), round(-2.5), rint(2.5), rint(3.5))
