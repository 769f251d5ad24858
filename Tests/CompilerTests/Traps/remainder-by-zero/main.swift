var divisor = 2
while true {
  print(7 % divisor)
  divisor -= 1
}
