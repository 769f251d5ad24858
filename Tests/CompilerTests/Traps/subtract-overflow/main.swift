let values = [Int.min, 0]
print(values[0] + 1)
print(values[0] - 1)
print("never")
