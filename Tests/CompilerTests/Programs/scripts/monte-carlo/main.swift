var state = 12345
func random() -> Double {
  state = (state &* 6_364_136_223_846_793_005) &+ 1_442_695_040_888_963_407
  return Double((state >> 33) & 0x3FFF_FFFF) / Double(0x4000_0000)
}
var inside = 0
let trials = 2000
for _ in 0..<trials {
  let x = random()
  let y = random()
  if x * x + y * y <= 1 { inside += 1 }
}
print(inside, 4 * Double(inside) / Double(trials))
