func locate(_ point: (Int, Int)) -> String {
  switch point {
  case (0, 0): return "origin"
  case (_, 0): return "on the x axis"
  case (0, _): return "on the y axis"
  case (-2...2, -2...2): return "near"
  default: return "far"
  }
}
print(locate((0, 0)), locate((3, 0)), locate((0, -1)))
print(locate((1, 2)), locate((5, 5)))
for n in 1...15 {
  switch (n % 3, n % 5) {
  case (0, 0): print("FizzBuzz", terminator: " ")
  case (0, _): print("Fizz", terminator: " ")
  case (_, 0): print("Buzz", terminator: " ")
  default: print(n, terminator: " ")
  }
}
print()
