func show(_ n: Int) -> Int {
  print("show \(n)")
  return n
}
print(show(1) + show(2) * show(3))
func pair(_ a: Int, _ b: Int) -> Int { a * 10 + b }
print(pair(show(4), show(5)))
let list = [show(6), show(7)]
print(list[show(1)])
let t = (show(8), show(9))
print(t)
