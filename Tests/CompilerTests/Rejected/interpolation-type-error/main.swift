let n = 2
let x = 1.5
print("product: \(n * x)")
