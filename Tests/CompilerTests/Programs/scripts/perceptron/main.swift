let inputs = [[0.0, 0], [0, 1], [1, 0], [1, 1]]
let targets = [0, 1, 1, 1]
var weights = [0.0, 0.0]
var bias = 0.0
func predict(_ x: [Double]) -> Int {
  let sum = weights[0] * x[0] + weights[1] * x[1] + bias
  return sum > 0 ? 1 : 0
}
for epoch in 1...6 {
  var errors = 0
  for (x, target) in zip(inputs, targets) {
    let delta = target - predict(x)
    guard delta != 0 else { continue }
    errors += 1
    for i in weights.indices {
      weights[i] += 0.1 * Double(delta) * x[i]
    }
    bias += 0.1 * Double(delta)
  }
  print(epoch, errors, weights, bias)
}
print(inputs.map(predict))
