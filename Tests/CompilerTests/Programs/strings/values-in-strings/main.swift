let xs = [1.0, 2.5]
let pair = (x: 1, y: 2.0)
let names = ["a", "b"]
let nested = [[1], [2, 3], []]
print("\(xs) \(pair) \(names) \(nested)")
print("range \(0..<3) and \(1...4)")
print("bool \(true), inf \(Double.infinity), neg \(-1)")
print(String(describing: xs), String(describing: pair))
let label = "n" + "=" + "\(xs.count)"
print(label)
