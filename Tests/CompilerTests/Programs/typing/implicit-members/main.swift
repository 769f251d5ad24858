func area(radius: Double) -> Double { .pi * radius * radius }
let tiny: Double = .ulpOfOne
let angles: [Double] = [0, .pi / 2, .pi]
var best: Double = .infinity
for angle in angles where angle < best {
  best = angle
}
var most = Int.min
for n in [3, -8, 5] {
  most = max(most, n)
}
print(area(radius: 2), tiny, angles, best, most)
print(2.5.rounded(.up), -.pi / 2 < 0.0, Double.infinity > .greatestFiniteMagnitude)
