for i in stride(from: 0, to: 10, by: 3) {
  print(i, terminator: " ")
}
print()
for i in stride(from: 10, to: 0, by: -4) {
  print(i, terminator: " ")
}
print()
for x in stride(from: 0.0, to: 1.0, by: 0.25) {
  print(x, terminator: " ")
}
print()
print(Array(stride(from: -5, to: 5, by: 0.25)).count)
for i in stride(from: 5, to: 0, by: 1) {
  print("never", i)
}
