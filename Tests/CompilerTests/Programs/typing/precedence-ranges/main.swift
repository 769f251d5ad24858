let n = 5
for i in 0..<n - 2 {
  print(i, terminator: " ")
}
for i in n - 1...n + 1 {
  print(i, terminator: " ")
}
print()
let maybe: Int? = nil
print(maybe ?? 2 * 3, 1 + (maybe ?? 2), n > 3 && maybe == nil)
print(n * 2 == 10 ? n + 1 : n - 1, -n + 1, 2 - -n, n << 1 + 1)
print((0..<n).contains(n - 1), 1...n ~= n)
