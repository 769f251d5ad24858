let values = [1, 2, 3]
let total: String = values.reduce(0, +)
print(total)
