func square(_ x: Double) -> Double { x * x }
func cube(_ x: Double) -> Double { x * x * x }
func apply(_ f: (Double) -> Double, to x: Double) -> Double { f(x) }
let operation: (Double) -> Double = square
print(operation(4), apply(cube, to: 2), apply(square, to: 1.5))
let functions = [square, cube]
for f in functions {
  print(f(3))
}
func compose(_ f: @escaping (Double) -> Double, _ g: @escaping (Double) -> Double) -> (Double) -> Double {
  return { f(g($0)) }
}
print(compose(square, cube)(2))
let pick = true ? square : cube
print(pick(5))
