let values: [Int] = [1, "two", 3]
print(values)
