func check(_ n: Int) -> Int {
  if n < 0 {
    fatalError("negative: \(n)")
  }
  return n
}
print(check(1))
print(check(-1))
