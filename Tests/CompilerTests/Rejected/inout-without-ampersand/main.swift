func bump(_ n: inout Int) { n += 1 }
var n = 1
bump(n)
print(n)
