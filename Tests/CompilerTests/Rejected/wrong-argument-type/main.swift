func square(_ x: Double) -> Double { x * x }
let n = 3
print(square(n))
