print(Array(1...5), Array(0..<0), Array(stride(from: 0, to: 10, by: 4)))
print(Array("abc").count, [Int](3..<6))
let squares = (1...4).map { $0 * $0 }
print(squares)
var table: [[Int]] = []
for i in 1...3 {
  table.append((1...3).map { i * $0 })
}
print(table)
print(Array(zip([1, 2], ["a", "b"])).count)
print(Array([5, 6].enumerated().map { $0.offset + $0.element }))
