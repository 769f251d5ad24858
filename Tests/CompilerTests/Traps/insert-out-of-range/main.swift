var items = [1, 2]
items.insert(9, at: 2)
print(items)
items.insert(8, at: 5)
