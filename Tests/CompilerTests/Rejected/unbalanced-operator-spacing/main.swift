let a = 3
let b = a +2
print(b)
