let n = 1
let text = n ? "yes" : "no"
print(text)
