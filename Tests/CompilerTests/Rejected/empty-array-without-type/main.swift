let values = []
print(values)
