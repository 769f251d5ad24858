func dot(_ a: [Double], _ b: [Double]) -> Double {
  var sum = 0.0
  for i in a.indices {
    sum += a[i] * b[i]
  }
  return sum
}
func add(_ a: [Double], _ b: [Double]) -> [Double] {
  zip(a, b).map { $0 + $1 }
}
let u = [1.0, 2, 3]
let v = [0.5, -1, 2]
print(dot(u, v), add(u, v), u.map { 2 * $0 })
print(dot(u, u).squareRoot())
