let gain = 4
let loss = -gain
print(loss, -loss, -(gain + 1), +gain)
let slope = 0.0
print(-slope, 0 - slope, -(-slope))
var swing = 1.5
for _ in 1...3 {
  swing = -swing * 2
  print(swing)
}
let difference = 3 - -4 - (-2)
print(difference)
