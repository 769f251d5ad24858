func repeatTask(_ times: Int, task: (Int) -> Void) {
  for i in 1...times {
    task(i)
  }
}
repeatTask(3) { i in
  print("task", i)
}
repeatTask(2) { print("square \($0 * $0)") }
func transform(_ value: Double, using f: (Double) -> Double) -> Double { f(value) }
print(transform(3) { $0 + 0.5 })
print(
  transform(
    3,
    using: { x in
      let y = x * x
      return y - 1
    }))
func run(_ body: () -> Void) { body() }
run {
  print("running")
}
