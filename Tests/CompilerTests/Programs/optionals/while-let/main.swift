var stack = [1, 2, 3]
while let top = stack.popLast() {
  print(top, terminator: " ")
}
print(stack.isEmpty)
let inputs = ["4", "x", "6"]
var sum = 0
for input in inputs {
  guard let n = Int(input) else { continue }
  sum += n
}
print(sum)
for case let n? in [1, nil, 3] {
  print(n)
}
