var hash = 5381
for code in [104, 101, 108, 108, 111] {
  hash = hash &* 33 &+ code
}
print(hash)
var state = 88_172_645_463_325_252
for _ in 0..<5 {
  state ^= state << 13
  state ^= state >> 7
  state ^= state << 17
  print(state)
}
print(Int.max &+ Int.max, Int.min &* -1, 0 &- Int.min)
