func insertionSort(_ values: [Int]) -> [Int] {
  var sorted = values
  for i in 1..<sorted.count {
    var j = i
    while j > 0 && sorted[j - 1] > sorted[j] {
      sorted.swapAt(j - 1, j)
      j -= 1
    }
  }
  return sorted
}
let data = [9, 4, 7, 1, 8, 2]
print(insertionSort(data))
print(data)
print(insertionSort(data) == data.sorted())
