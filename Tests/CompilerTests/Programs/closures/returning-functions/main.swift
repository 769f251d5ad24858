func adder(_ n: Double) -> (Double) -> Double {
  { $0 + n }
}
func power(_ n: Int) -> (Double) -> Double {
  func result(_ x: Double) -> Double {
    var y = 1.0
    for _ in 0..<n { y *= x }
    return y
  }
  return result
}
let addFive = adder(5)
let cube = power(3)
print(addFive(1), cube(2), power(0)(9), adder(1)(1))
func curry(_ a: Int) -> (Int) -> (Int) -> Int {
  { b in { c in a * 100 + b * 10 + c } }
}
print(curry(1)(2)(3))
