let sunny = true
let warm = false
print(sunny && warm, sunny || warm, !sunny, !warm)
print(sunny && !warm, sunny != warm, sunny == warm)
print(!(sunny && warm) == (!sunny || !warm))
var lamp = false
lamp.toggle()
print(lamp)
for a in [true, false] {
  for b in [true, false] {
    print(a, b, a && b, a || b, a != b)
  }
}
