func show(_ n: Int) { print(n) }
func show(_ s: String) { print(s) }
show(2.5)
