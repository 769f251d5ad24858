func half(_ n: Int) -> Double {
  return n / 2
}
print(half(3))
