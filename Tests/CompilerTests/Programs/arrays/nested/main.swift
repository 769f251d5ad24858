var grid = [[1, 2, 3], [4, 5, 6]]
print(grid[1][2], grid.count, grid[0].count)
grid[0][1] = 20
grid[1].append(7)
grid.append([])
grid[2].append(8)
print(grid)
for row in grid {
  for value in row {
    print(value, terminator: " ")
  }
  print("|", row.count)
}
let zeros = Array(repeating: Array(repeating: 0.0, count: 3), count: 2)
print(zeros)
let words = [["a"], ["b", "c"]]
print(words)
