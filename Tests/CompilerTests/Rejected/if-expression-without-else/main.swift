let n = 3
let size = if n > 2 { 1 }
print(size)
