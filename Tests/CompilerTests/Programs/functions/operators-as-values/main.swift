print([1, 2, 3, 4].reduce(0, +), [1, 2, 3, 4].reduce(1, *))
let add: (Int, Int) -> Int = (+)
print(add(3, 4))
func combine(_ a: Double, _ b: Double, _ how: (Double, Double) -> Double) -> Double {
  how(a, b)
}
print(combine(6, 3, +), combine(6, 3, -), combine(6, 3, *), combine(6, 3, /))
print([3, 1, 2].sorted(by: <), [3, 1, 2].sorted(by: >))
print(["a", "b"].reduce("", +), [2.5, 1.5].reduce(0, max))
