func count(from a: Int, to b: Int) -> Int {
  (a..<b).count
}
print(count(from: 1, to: 4))
print(count(from: 2, to: 2))
print(count(from: 3, to: 2))
