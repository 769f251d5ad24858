let x = -2.25
print(x.magnitude, abs(x), x.squareRoot().isNaN, 6.25.squareRoot())
print(x.sign == .minus, x.isLess(than: 0), x.isNormal)
var y = 3.0
y.negate()
print(y, -y)
print(2.0.addingProduct(3.0, 4.0))
print(Double.maximum(1, 2), Double.minimum(1, .nan))
print(1.5 < 2, 1.5 >= 1.5, 2.0 != 2)
