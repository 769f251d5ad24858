let x = 2.0
let y = squareOf(x)
print(y)
