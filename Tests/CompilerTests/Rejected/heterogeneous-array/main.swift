let values = [1, "two"]
print(values)
