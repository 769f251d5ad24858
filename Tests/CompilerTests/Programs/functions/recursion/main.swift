func factorial(_ n: Int) -> Int {
  n <= 1 ? 1 : n * factorial(n - 1)
}
func fibonacci(_ n: Int) -> Int {
  if n < 2 {
    return n
  }
  return fibonacci(n - 1) + fibonacci(n - 2)
}
func gcd(_ a: Int, _ b: Int) -> Int { b == 0 ? a : gcd(b, a % b) }
func power(_ base: Double, _ exponent: Int) -> Double {
  if exponent == 0 { return 1 }
  let half = power(base, exponent / 2)
  return exponent % 2 == 0 ? half * half : half * half * base
}
print(factorial(5), factorial(20), fibonacci(15))
print(gcd(48, 36), gcd(17, 5), power(2, 10), power(1.1, 5))
