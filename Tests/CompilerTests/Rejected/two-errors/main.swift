let n = 3
let text = "n is " + n
print(text)
print(missing)
