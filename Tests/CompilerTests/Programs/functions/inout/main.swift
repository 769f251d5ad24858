func addOne(to number: inout Int) {
  number += 1
}
func swapValues(_ a: inout Double, _ b: inout Double) {
  let old = a
  a = b
  b = old
}
var n = 5
addOne(to: &n)
addOne(to: &n)
print(n)
var x = 1.0
var y = 2.0
swapValues(&x, &y)
print(x, y)
var point = (x: 1, y: 2)
addOne(to: &point.y)
print(point)
func step(_ x: inout Double, rate: Double = 0.1) -> Double {
  let before = x
  x -= rate * 2 * x
  return before - x
}
print(step(&x), x)
