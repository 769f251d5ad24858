let n = 2
switch n {
case 0: print("zero")
case 1, 2: print("small")
}
