var x = 1.0
while x < .infinity {
  x *= 1e100
}
print(x)
print(Int(x))
