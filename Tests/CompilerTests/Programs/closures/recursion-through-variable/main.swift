var fib: (Int) -> Int = { _ in 0 }
fib = { n in n < 2 ? n : fib(n - 1) + fib(n - 2) }
print((0...10).map { fib($0) })
func fix(_ n: Int) -> Int {
  func inner(_ k: Int, _ total: Int) -> Int {
    k == 0 ? total : inner(k - 1, total + k)
  }
  return inner(n, 0)
}
print(fix(100))
