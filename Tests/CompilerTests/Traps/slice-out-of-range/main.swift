let items = [1, 2, 3]
print(items[0..<3])
print(items[1...3])
