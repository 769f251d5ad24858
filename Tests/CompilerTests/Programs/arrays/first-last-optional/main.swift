let values = [5, 8, 13]
print(values.first ?? 0, values.last ?? 0)
if let first = values.first, let last = values.last {
  print("from \(first) to \(last)")
}
let empty: [Int] = []
print(empty.first ?? -1, empty.last ?? -1)
print(empty.first == nil, values.first == 5)
var stack = [1, 2]
print(stack.popLast() ?? 0, stack.popLast() ?? 0, stack.popLast() ?? 0)
