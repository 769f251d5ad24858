let flag = true
switch flag {
case true: print("yes")
}
