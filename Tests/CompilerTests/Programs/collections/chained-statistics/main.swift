let data = [2.0, 4.0, 4.0, 5.0, 9.0]
let n = Double(data.count)
let mean = data.reduce(0, +) / n
let variance = data.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / n
print(mean, variance, variance.squareRoot())
let sorted = data.sorted()
print("median", sorted[sorted.count / 2])
let centered = data.map { $0 - mean }
print(centered)
let above = data.filter { $0 > mean }.count
print("\(above) above the mean of \(mean)")
let cumulative = data.reduce([]) { (list: [Double], x) in list + [(list.last ?? 0) + x] }
print(cumulative)
