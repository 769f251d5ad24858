var count = 0
count = "three"
print(count)
