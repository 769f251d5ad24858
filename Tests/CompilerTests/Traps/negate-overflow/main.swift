var smallest = Int.min
print(smallest)
smallest = -smallest
print(smallest)
