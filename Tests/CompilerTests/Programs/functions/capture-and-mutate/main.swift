func histogram(_ values: [Int], bins: Int) -> [Int] {
  var counts = Array(repeating: 0, count: bins)
  func add(_ value: Int) {
    guard value >= 0, value < bins else { return }
    counts[value] += 1
  }
  for value in values { add(value) }
  return counts
}
print(histogram([0, 2, 2, 7, -1, 3], bins: 4))
func bracket(_ n: Int) -> String {
  var text = ""
  func open() { text += "(" }
  func close() { text += ")" }
  for _ in 0..<n { open() }
  for _ in 0..<n { close() }
  return text
}
print(bracket(3))
