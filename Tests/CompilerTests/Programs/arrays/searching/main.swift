let data = [4, 8, 15, 16, 23, 42]
print(data.contains(15), data.contains(7))
print(data.contains { $0 > 40 }, data.contains(where: { $0 < 0 }))
print(data.firstIndex(of: 16) ?? -1, data.firstIndex(of: 17) ?? -1)
print(data.first { $0 % 2 == 1 } ?? 0, data.firstIndex { $0 > 15 } ?? -1)
print(data.lastIndex(of: 42) ?? -1, data.last(where: { $0 < 20 }) ?? -1)
print(data.allSatisfy { $0 > 0 }, data.allSatisfy { $0 % 2 == 0 })
