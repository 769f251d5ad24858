func square(_ x: Double) -> Double { x * x }
print(square("3"))
