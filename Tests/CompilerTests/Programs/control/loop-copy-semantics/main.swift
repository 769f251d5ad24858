var list = [1, 2, 3]
for value in list {
  list.append(value * 10)
}
print(list)
var limit = 3
for i in 0..<limit {
  limit += 1
  print(i, limit)
}
var x = 1.0
for _ in 0..<5 {
  x = x / 2 + 1
}
print(x)
