let name: String = 42
print(name)
