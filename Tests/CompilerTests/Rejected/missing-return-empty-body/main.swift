func square(_ x: Double) -> Double {
}
print(square(2))
