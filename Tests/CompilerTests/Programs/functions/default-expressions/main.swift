var base = 10
func next() -> Int {
  base += 1
  return base
}
func show(_ n: Int = next(), scale: Double = 2 * 1.5, tags: [String] = ["a"]) {
  print(n, scale, tags)
}
show()
show()
show(1, tags: [])
show(scale: 1)
base = 100
show(tags: ["x", "y"])
