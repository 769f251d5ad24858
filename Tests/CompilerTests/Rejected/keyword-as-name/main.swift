let for = 3
print(3)
