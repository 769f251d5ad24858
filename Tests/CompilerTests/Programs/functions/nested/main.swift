func statistics(_ values: [Double]) -> (mean: Double, variance: Double) {
  func sum(_ list: [Double]) -> Double {
    var total = 0.0
    for value in list { total += value }
    return total
  }
  let count = Double(values.count)
  let mean = sum(values) / count
  func squaredError(_ x: Double) -> Double {
    (x - mean) * (x - mean)
  }
  return (mean, sum(values.map(squaredError)) / count)
}
print(statistics([2, 4, 4, 4, 5, 5, 7, 9]))
func countdown(from n: Int) -> [Int] {
  var log: [Int] = []
  func visit(_ k: Int) {
    log.append(k)
    if k > 0 { visit(k - 1) }
  }
  visit(n)
  return log
}
print(countdown(from: 4))
