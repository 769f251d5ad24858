var handled = 0
for n in 1...6 {
  switch n {
  case 2:
    break
  case 3...4:
    if n == 4 { break }
    handled += 10
  default:
    handled += 1
  }
}
print(handled)
switch handled {
case 13 where handled > 20:
  print("never")
case 13, 14:
  print("thirteen or fourteen")
default:
  break
}
