print(["one", "two", "three"].joined(separator: ", "))
print(["a", "b"].joined())
print([1, 2, 3].map { String($0) }.joined(separator: " + "))
let rows = [[1, 2], [3, 4]]
print(rows.map { $0.map { "\($0)" }.joined(separator: " ") }.joined(separator: "\n"))
print(Array([[1], [2, 3]].joined()))
