let closed = 1...10
let half = 0..<5
print(closed, half, closed.count, half.count)
print(closed.lowerBound, closed.upperBound, half.upperBound)
print(closed.contains(10), half.contains(5), (2..<2).isEmpty, half.isEmpty)
print((0.5...1.5).contains(1.2), (0.0..<1.0).contains(1.0), 0.0...1.0)
print(closed ~= 5, half ~= 7)
print(half == 0..<5, closed.first ?? 0, half.last ?? 0)
print(Array(half), half.map { $0 * 10 }, closed.filter { $0 % 3 == 0 })
print(closed.reduce(0, +), (1...5).reduce(1, *))
