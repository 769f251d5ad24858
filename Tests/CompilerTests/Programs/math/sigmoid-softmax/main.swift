import Foundation

func sigmoid(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
func softmax(_ scores: [Double]) -> [Double] {
  let top = scores.max() ?? 0
  let powers = scores.map { exp($0 - top) }
  let total = powers.reduce(0, +)
  return powers.map { $0 / total }
}
for x in stride(from: -4.0, through: 4.0, by: 2) {
  print(x, sigmoid(x), tanh(x), max(0, x))
}
print(softmax([1, 2, 3]), softmax([0, 0]), softmax([1000, 1001]))
