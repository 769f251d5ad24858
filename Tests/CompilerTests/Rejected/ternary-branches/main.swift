let n = 1
let value = n > 0 ? 1 : "none"
print(value)
