let mode = [1, 2, 3].count
switch mode {
case 1: print("one")
case 2: print("two")
default:
  print("other")
  preconditionFailure("unknown mode")
}
