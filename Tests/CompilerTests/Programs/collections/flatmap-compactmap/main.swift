print([[1, 2], [], [3]].flatMap { $0 })
print(["1", "two", "3"].compactMap { Int($0) })
print([1, 2, 3].flatMap { Array(repeating: $0, count: $0) })
let table = (1...2).flatMap { x in (1...2).map { y in (x, y) } }
print(table)
print([1, nil, 3].compactMap { $0 })
