func normalize(_ row: inout [Double]) {
  let total = row.reduce(0, +)
  for i in row.indices { row[i] /= total }
}
func accumulate(_ sum: inout Double, _ count: inout Int, adding x: Double) {
  sum += x
  count += 1
}
var rows = [[1.0, 3], [2, 2], [5, 0]]
for i in rows.indices { normalize(&rows[i]) }
print(rows)
var state = (sum: 0.0, count: 0)
var sum = 0.0
var count = 0
for row in rows { accumulate(&sum, &count, adding: row[0]) }
state = (sum, count)
print(state, sum / Double(count))
func fill(_ grid: inout [[Int]], with value: Int) {
  for r in 0..<grid.count {
    for c in 0..<grid[r].count where (r + c) % 2 == 0 { grid[r][c] = value }
  }
}
var board = [[0, 0, 0], [0, 0, 0]]
fill(&board, with: 7)
print(board)
