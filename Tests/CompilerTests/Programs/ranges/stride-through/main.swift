for i in stride(from: 0, through: 9, by: 3) {
  print(i, terminator: " ")
}
print()
for x in stride(from: 1.0, through: 0.0, by: -0.5) {
  print(x, terminator: " ")
}
print()
for x in stride(from: 0.0, through: 1.0, by: 0.1) {
  print(x)
}
print(Array(stride(from: 1, through: 2, by: 0.5)))
let xs = stride(from: -1.0, through: 1.0, by: 0.5).map { $0 * $0 }
print(xs)
