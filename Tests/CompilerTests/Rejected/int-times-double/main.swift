let n = 3
let x = 0.5
print(n * x)
