var total = Int.max - 2
for step in 1...5 {
  total += step
  print(total)
}
