var seed = 42
func nextRandom() -> Int {
  seed = (seed &* 1_103_515_245 &+ 12345) & 0x7FFF_FFFF
  return seed
}
for _ in 1...6 {
  print(nextRandom() % 100, terminator: " ")
}
print()
print(Double(nextRandom()) / Double(0x7FFF_FFFF))
