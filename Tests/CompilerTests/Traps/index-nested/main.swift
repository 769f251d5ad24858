var grid = [[1, 2], [3]]
for row in 0..<2 {
  for column in 0..<2 {
    print(grid[row][column])
    grid[row][column] = 0
  }
}
