var calls = 0
var history: [Int] = []
func traced(_ n: Int) -> Int {
  calls += 1
  history.append(n)
  return n * 10
}
print(traced(3) + traced(4))
print(calls, history)
let sum = [1, 2, 3].map(traced).reduce(0, +)
print(sum, calls, history)
