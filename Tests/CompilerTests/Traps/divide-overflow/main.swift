let values = [Int.min, -1]
print(values[0] / 2)
print(values[0] / values[1])
