let x: Flaot = 1.5
print(x)
