for step in 1...3 {
  print(step)
}
print(step)
