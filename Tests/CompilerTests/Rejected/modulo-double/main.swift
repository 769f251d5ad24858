let x = 5.5
print(x % 2)
