let top = Int.max + 1
print(top)
