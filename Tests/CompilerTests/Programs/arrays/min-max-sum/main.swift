let temperatures = [21.5, 19.0, 24.25, 18.75]
print(temperatures.min() ?? 0, temperatures.max() ?? 0)
print(temperatures.reduce(0, +), temperatures.reduce(0, +) / Double(temperatures.count))
var total = 0.0
var warmest = temperatures[0]
for t in temperatures {
  total += t
  if t > warmest {
    warmest = t
  }
}
print(total, warmest)
print([3, 1, 2].max() ?? 0, [Int]().max() ?? -1)
print(["kiwi", "fig"].max { $0.count < $1.count } ?? "")
