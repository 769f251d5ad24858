let values = [1, 2, 3]
for i in 0...values.count {
  print(values[i])
}
