let whole = 7 / 2
let half = 7.0 / 2
let mixed = 7 / 2.0
let annotated: Double = 7 / 2
print(whole, half, mixed, annotated)
let x = 3.0
print(2 * x, x * 2, 1 / x, 2 * x * x - 3 * x + 4)
let y: Double = 5
print(y, y / 2, -y)
let n = 4
print(Double(n) / 8, Double(n / 8), Double(n) * 0.5)
