func a(_ x: Double) -> Int {
  return x * 2
}
func b() -> String {
  let n = 1
  n = 2
  return unknown
}
print(a(1), b())
