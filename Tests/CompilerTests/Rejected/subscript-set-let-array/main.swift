let values = [1, 2]
values[0] = 9
print(values)
