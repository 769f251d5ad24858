print((1...5).map { $0 * 2 })
print((0..<10).filter { $0 % 3 == 0 })
print((1...10).reduce(0, +))
print((1...4).map { i in (1...i).map { $0 } })
print((1...3).flatMap { [$0, $0 * 10] })
print(stride(from: 0.0, through: 1.0, by: 0.25).map { $0 * $0 })
let xs = (0...4).map { Double($0) / 4 }
print(xs, xs.map { 1 - $0 })
print((2...20).filter { n in (2..<n).allSatisfy { n % $0 != 0 } })
