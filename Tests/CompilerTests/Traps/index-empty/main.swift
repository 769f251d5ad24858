let values: [Double] = []
print(values.count)
print(values[0])
