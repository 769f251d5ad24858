let values = [3, 1, 3, 2, 1, 3]
let counts = values.reduce(into: [0, 0, 0, 0]) { $0[$1] += 1 }
print(counts)
let evens = values.reduce(into: [Int]()) { list, n in
  if n % 2 == 0 { list.append(n) }
}
print(evens)
let text = ["a", "b", "c"].reduce(into: "") { $0 += $1 + ";" }
print(text)
