var moves = 0
func hanoi(_ n: Int, from a: String, to c: String, via b: String) {
  if n == 0 { return }
  hanoi(n - 1, from: a, to: b, via: c)
  moves += 1
  print("\(a)->\(c)", terminator: moves % 5 == 0 ? "\n" : " ")
  hanoi(n - 1, from: b, to: c, via: a)
}
hanoi(4, from: "A", to: "C", via: "B")
print("in \(moves) moves")
