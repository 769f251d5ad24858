let a = 0.1
let b = 0.2
print(a + b, a + b == 0.3, a * 3)
print(1.0 / 3.0, 2.0 / 3.0, 10.0 / 4.0)
print(3.0, -3.0, 100.0, 1.50)
print(a - b, b - a, -a)
let big = 1e308
print(big * 10, -big * 10)
print(5.5.truncatingRemainder(dividingBy: 2), -5.5.truncatingRemainder(dividingBy: 2))
print(5.3.remainder(dividingBy: 2))
