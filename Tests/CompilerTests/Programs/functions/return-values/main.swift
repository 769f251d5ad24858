func square(_ x: Double) -> Double {
  return x * x
}
func isEven(_ n: Int) -> Bool { n % 2 == 0 }
func sign(_ x: Double) -> Int {
  if x > 0 { return 1 }
  if x < 0 { return -1 }
  return 0
}
func nothing() {}
func log(_ text: String) {
  print("log:", text)
}
print(square(3), square(-0.5), isEven(10), isEven(7))
print(sign(2.5), sign(-1), sign(0))
nothing()
log("done")
let value: () = nothing()
print(value)
