let values = [1, 2, 3]
var i = 1
while true {
  print(values[i])
  i -= 1
}
