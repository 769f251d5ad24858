func constant(_: Double) -> Double { 4 }
func second(_ first: Int, _ second: Int) -> Int { second }
func labelled(for value: Int, in range: Int, `default` other: Int) -> Int { value + range + other }
print(constant(9), second(1, 2), labelled(for: 1, in: 2, default: 3))
let ignore: (Int, Int) -> Int = { _, b in b }
print(ignore(1, 2), (1...3).map { _ in 0 })
