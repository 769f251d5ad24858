func bubbleSort(_ values: inout [Double]) -> Int {
  var swaps = 0
  var end = values.count
  while end > 1 {
    var last = 0
    for i in 1..<end where values[i - 1] > values[i] {
      values.swapAt(i - 1, i)
      swaps += 1
      last = i
    }
    end = last
  }
  return swaps
}
var data = [3.5, -1, 2, 8, 0.5, 2]
let swaps = bubbleSort(&data)
print(data, "after \(swaps) swaps")
