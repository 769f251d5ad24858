for n in [3, -1] {
  print(String(repeating: "*", count: n))
}
