var total = 0
for i in 1...3 {
  let square = i * i
  var inner = 0
  for j in 1...i {
    inner += j
  }
  total += square + inner
  print(i, square, inner)
}
print(total)
let i = "free again"
print(i)
let print2: (String) -> Void = { print("<\($0)>") }
print2(i)
