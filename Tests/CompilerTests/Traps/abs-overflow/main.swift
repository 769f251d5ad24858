let values = [-5, Int.min]
for value in values {
  print(abs(value))
}
