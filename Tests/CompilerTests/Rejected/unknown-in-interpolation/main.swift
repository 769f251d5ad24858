let name = "Ada"
print("Hello, \(nmae)!")
