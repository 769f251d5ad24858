func ratio(_ a: Int, _ b: Int) -> Double { Double(a) / Double(b) }
func third() -> Double { 1 / 3 }
func thirdOfInt() -> Int { 1 / 3 }
func scaled(_ x: Double) -> [Double] { [x, 2 * x, x / 2, 1] }
func pair() -> (Double, String) { (1, "one") }
func step(_ n: Int) -> Double {
  if n > 2 { return 1 }
  return n > 1 ? 0 : 0.5
}
print(ratio(1, 3), third(), thirdOfInt(), scaled(3), pair())
print(step(3), step(2), step(1))
