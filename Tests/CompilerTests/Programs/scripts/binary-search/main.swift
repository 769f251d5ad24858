func search(_ sorted: [Int], for target: Int) -> Int {
  var low = 0
  var high = sorted.count - 1
  while low <= high {
    let middle = low + (high - low) / 2
    if sorted[middle] == target { return middle }
    if sorted[middle] < target {
      low = middle + 1
    } else {
      high = middle - 1
    }
  }
  return -1
}
let values = [1, 4, 9, 16, 25, 36, 49]
for target in [1, 16, 49, 20, 100] {
  print(target, search(values, for: target))
}
