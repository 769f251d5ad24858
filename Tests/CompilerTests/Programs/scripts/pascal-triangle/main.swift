var row = [1]
for n in 0..<7 {
  let padding = String(repeating: " ", count: 7 - n)
  print(padding + row.map { String($0) }.joined(separator: " "))
  row = [1] + zip(row, row.dropFirst()).map { $0 + $1 } + [1]
}
