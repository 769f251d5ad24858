var power = 1
for _ in 1...70 {
  power *= 2
}
print(power)
