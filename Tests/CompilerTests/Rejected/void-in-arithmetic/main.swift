func show(_ n: Int) { print(n) }
let total = 1 + show(2)
print(total)
