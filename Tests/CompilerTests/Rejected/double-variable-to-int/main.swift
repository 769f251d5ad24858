let x = 2.0
let n: Int = x
print(n)
