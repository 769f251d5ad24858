func check(_ n: Int) -> Int {
  guard n > 0 { return 0 }
  return n
}
print(check(1))
