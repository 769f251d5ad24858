// swift-format-ignore-file
let xs = [1.0, 2.0, 3.0]
let ys = [2.0, 4.0, 6.5]
for (x, y) in zip(xs, ys) {
  print(x, y, y / x)
}
print(zip(xs, ys).map { $0 * $1 }.reduce(0, +))
print(zip(xs, ys.dropFirst()).map { $1 - $0 })
xs.forEach { print($0, terminator: " ") }
print()
(1...3).forEach { i in
  print(i * i)
}
zip(1..., ["a", "b"]).forEach { print($0, $1) }
