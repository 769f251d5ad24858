for n in [0, 1, 2, 5, -3] {
  switch n {
  case 0:
    print("zero")
  case 1, 2:
    print("small")
  case -3:
    print("minus three")
  default:
    print("other", n)
  }
}
let command = "stop"
switch command {
case "go": print("going")
case "stop", "halt": print("stopping")
default: print("unknown")
}
switch command.isEmpty {
case true: print("empty")
case false: print("not empty")
}
