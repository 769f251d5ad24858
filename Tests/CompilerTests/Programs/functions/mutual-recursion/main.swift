func isEven(_ n: Int) -> Bool {
  n == 0 ? true : isOdd(n - 1)
}
func isOdd(_ n: Int) -> Bool {
  n == 0 ? false : isEven(n - 1)
}
print(isEven(10), isOdd(10), isEven(7), isOdd(7))
func f(_ n: Int) -> Int { n <= 0 ? 1 : n - g(f(n - 1)) }
func g(_ n: Int) -> Int { n <= 0 ? 0 : n - f(g(n - 1)) }
for n in 0...8 {
  print(f(n), g(n))
}
