func square(_ x: Double) -> Double { x * x }
print([1, 2, 3].map(square)[0] + "a")
