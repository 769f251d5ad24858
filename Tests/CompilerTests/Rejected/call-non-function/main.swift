let total = 5
print(total(2))
