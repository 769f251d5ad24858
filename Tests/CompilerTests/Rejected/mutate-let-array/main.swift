let values = [1, 2]
values.append(3)
print(values)
