var items = [1, 2, 3]
print(items.remove(at: 1))
print(items.remove(at: 2))
