for n in [2, 0, -1] {
  print(Array(repeating: 0, count: n))
}
