for i in 1...3 {
  var row = ""
  for j in 1...5 {
    row += "\(i * j)\t"
  }
  print(row)
}
var pairs = 0
for i in 0..<10 {
  for j in (i + 1)..<11 where (i + j) % 5 == 0 {
    pairs += 1
  }
}
print(pairs)
