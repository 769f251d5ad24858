func grow(_ n: Int) -> Int {
  n += 1
  return n
}
print(grow(1))
