let a = "abc"
let b = "c"
print(a - b)
