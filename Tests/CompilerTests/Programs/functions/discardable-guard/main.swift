@discardableResult
func record(_ value: Int) -> Int {
  print("recorded", value)
  return value
}
record(1)
_ = record(2)
let third = record(3)
print(third)
func safeDivide(_ a: Int, by b: Int) -> Int {
  guard b != 0 else {
    print("no division by zero")
    return 0
  }
  return a / b
}
print(safeDivide(7, by: 2), safeDivide(7, by: 0))
