func combine(_ a: Int, _ op: String, _ b: Int) -> Int {
  switch (op, a, b) {
  case ("+", let x, let y): return x + y
  case ("-", let x, let y) where x >= y: return x - y
  case ("-", _, _): return 0
  case ("*", 0, _), ("*", _, 0): return 0
  case ("*", let x, let y): return x * y
  case ("/", _, 0): return -1
  case ("/", let x, let y): return x / y
  default: return -2
  }
}
print(combine(3, "+", 4), combine(3, "-", 4), combine(9, "-", 4), combine(0, "*", 5))
print(combine(6, "*", 7), combine(6, "/", 0), combine(7, "/", 2), combine(1, "?", 1))
