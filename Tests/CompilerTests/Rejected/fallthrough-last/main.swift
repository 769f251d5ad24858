let n = 1
switch n {
case 0: print("zero")
default:
  print("other")
  fallthrough
}
