var values = [1, 2]
values[1] = 5
print(values)
values[2] = 6
print(values)
