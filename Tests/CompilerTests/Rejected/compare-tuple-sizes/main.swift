let a = (1, 2)
let b = (1, 2, 3)
print(a == b)
