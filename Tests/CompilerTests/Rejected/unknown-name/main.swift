let length = 3
print(lenght * 2)
