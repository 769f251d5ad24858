let values = [Int.max, 1]
print(values.count)
print(values.reduce(0, +))
