var cells = [
  [0, 1, 0, 0, 0],
  [0, 0, 1, 0, 0],
  [1, 1, 1, 0, 0],
  [0, 0, 0, 0, 0],
  [0, 0, 0, 0, 0],
]
let size = cells.count
func neighbours(_ row: Int, _ column: Int) -> Int {
  var count = 0
  for dr in -1...1 {
    for dc in -1...1 where dr != 0 || dc != 0 {
      count += cells[(row + dr + size) % size][(column + dc + size) % size]
    }
  }
  return count
}
for generation in 0..<4 {
  print("generation", generation)
  for row in cells { print(row.map { $0 == 1 ? "#" : "." }.joined()) }
  var next = cells
  for r in 0..<size {
    for c in 0..<size {
      let n = neighbours(r, c)
      next[r][c] = n == 3 || (cells[r][c] == 1 && n == 2) ? 1 : 0
    }
  }
  cells = next
}
