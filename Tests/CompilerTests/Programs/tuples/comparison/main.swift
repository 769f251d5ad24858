print((1, 2) == (1, 2), (1, 2) != (1, 3))
print((1, "b") < (1, "c"), (2, 0) > (1, 9), (1, 1) <= (1, 1))
let a = (x: 1, y: 2)
print(a == (1, 2))
let pairs = [(2, "b"), (1, "z"), (2, "a")]
print(pairs.sorted { $0 < $1 })
print(pairs.map { $0.0 }, pairs.map { $0.1 })
print(pairs)
