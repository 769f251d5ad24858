for i in 1...10 {
  if i % 2 == 0 { continue }
  if i > 7 { break }
  print(i, terminator: " ")
}
print()
var n = 0
while true {
  n += 1
  if n == 3 { continue }
  if n > 5 { break }
  print(n, terminator: " ")
}
print("n is \(n)")
repeat {
  n -= 1
  if n % 2 == 0 { continue }
  print(n, terminator: ";")
} while n > 0
print()
