func describe(_ point: (Double, Double)) -> String {
  switch point {
  case (let x, 0): return "x axis at \(x)"
  case (let x, let y) where x == y: return "diagonal \(x)"
  case (let x, let y) where x == -y: return "antidiagonal \(x) \(y)"
  case (let x, let y): return "(\(x), \(y))"
  }
}
print(describe((2, 0)), describe((1, 1)))
print(describe((1, -1)), describe((1, 2)))
for n in [-4, 3, 10, 11] {
  switch n {
  case let negative where negative < 0:
    print(negative, "is negative")
  case let even where even % 2 == 0:
    print(even, "is even")
  case let other:
    print(other, "is odd")
  }
}
