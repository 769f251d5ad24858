let count = 3
let total = 10.0
print(total / Double(count), Int(total) / count, Double(Int(total) / count))
print(Double(count) * 0.1, 0.1 * 3, 0.1 + 0.1 + 0.1)
var average = 0.0
for (i, x) in [4.0, 8, 15].enumerated() {
  average += (x - average) / Double(i + 1)
}
print(average)
print(Double(7) / 2 == 3.5, Int(3.5) == 3, 3 == 3.0)
let percent = Int((2.0 / 3 * 100).rounded())
print("\(percent)%")
