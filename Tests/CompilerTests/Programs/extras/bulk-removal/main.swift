var values = [5, -1, 8, -3, 0]
values.removeAll { $0 < 0 }
print(values)
values.removeFirst(2)
print(values)
values.append(contentsOf: 1...4)
values.removeLast(2)
print(values)
values.replaceSubrange(0..<1, with: [7, 7])
print(values)
values.insert(contentsOf: [9, 9], at: 1)
values.removeSubrange(3...)
print(values, values.shuffled().count)
