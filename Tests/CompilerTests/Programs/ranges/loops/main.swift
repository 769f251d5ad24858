for i in 1...3 {
  print(i, terminator: " ")
}
for i in 0..<3 {
  print(i, terminator: " ")
}
for i in (1...3).reversed() {
  print(i, terminator: " ")
}
print()
let n = 4
var factorial = 1
for k in 1...n {
  factorial *= k
}
print(factorial)
for _ in 0..<0 {
  print("never")
}
for i in -2..<2 {
  print(i, terminator: ",")
}
print()
