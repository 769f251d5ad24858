var n = 3
n = nil
print(n)
