func minMax(_ values: [Int]) -> (min: Int, max: Int) {
  var low = values[0]
  var high = values[0]
  for value in values {
    if value < low { low = value }
    if value > high { high = value }
  }
  return (low, high)
}
let result = minMax([4, -1, 9, 3])
print(result, result.min, result.max)
let (low, high) = minMax([7])
print(low, high)
func divide(_ a: Int, by b: Int) -> (Int, Int) { (a / b, a % b) }
print(divide(17, by: 5), divide(17, by: 5).1)
