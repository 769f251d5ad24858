let values = [1, 2, 3].map { a, b in a + b }
print(values)
