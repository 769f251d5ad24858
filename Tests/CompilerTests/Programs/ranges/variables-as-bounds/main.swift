let start = 3
let end = 7
for i in start..<end where i % 2 == 1 {
  print(i)
}
var total = 0
for i in start...end {
  for j in i...end {
    total += i * j
  }
}
print(total)
let list = [10, 20, 30]
for i in 0..<list.count {
  print(i, list[i])
}
for i in 0...list.count - 1 {
  print(list[i] + i, terminator: " ")
}
print()
