let values = [3, 4].filter { $0 > 10 }
print(values.isEmpty)
let first = values.first!
print(first)
