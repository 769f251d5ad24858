var original = [1, 2, 3]
var copy = original
copy[0] = 100
copy.append(4)
print(original, copy)
original[2] = -3
print(original, copy)
func doubled(_ list: [Int]) -> [Int] {
  var result = list
  for i in result.indices {
    result[i] *= 2
  }
  return result
}
print(doubled(original), original)
var grid = [[0, 0], [0, 0]]
var row = grid[0]
row[1] = 7
print(grid, row)
grid[0] = row
print(grid)
