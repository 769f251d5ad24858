import Foundation

let points = [(0.0, 0.0), (3.0, 4.0), (-1.0, 1.0)]
func distance(_ a: (Double, Double), _ b: (Double, Double)) -> Double {
  sqrt(pow(a.0 - b.0, 2) + pow(a.1 - b.1, 2))
}
for i in points.indices {
  for j in points.indices where j > i {
    print(i, j, distance(points[i], points[j]))
  }
}
let degrees = 60.0
let radians = degrees * Double.pi / 180
print(radians, sin(radians), cos(radians), Int((cos(radians) * 100).rounded()))
