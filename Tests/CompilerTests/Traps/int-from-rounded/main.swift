let values = [3.7, -1e30]
for value in values {
  print(Int(value.rounded()))
}
