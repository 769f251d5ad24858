let value: Int
print(value)
value = 3
