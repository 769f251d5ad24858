func first(_ list: [Int]) -> Int { list[0] }
func total(_ lists: [[Int]]) -> Int {
  var sum = 0
  for list in lists {
    sum += first(list)
    print(sum)
  }
  return sum
}
print(total([[1], [2, 3], []]))
