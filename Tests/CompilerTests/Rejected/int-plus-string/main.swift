let age = 36
let text = "age " + age
print(text)
