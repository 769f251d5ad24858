var grid = Array(repeating: Array(repeating: 0, count: 3), count: 3)
for i in 0..<3 {
  grid[i][i] = 1
  grid[i][2 - i] += 5
}
print(grid)
var points = [(x: 0.0, y: 1.0), (x: 2.0, y: 3.0)]
points[1].x += 0.5
points[0].y *= -4
print(points)
var names = ["ana", "bea"]
names[0] += "!"
names[1] = names[1].uppercased() + names[0]
print(names)
var counts = [0, 0, 0]
for digit in [1, 2, 1, 0, 1] { counts[digit] += 1 }
print(counts)
