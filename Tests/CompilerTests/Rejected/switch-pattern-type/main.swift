let n = 1
switch n {
case "one": print("one")
default: print("other")
}
