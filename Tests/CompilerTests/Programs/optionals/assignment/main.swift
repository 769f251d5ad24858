var best: Int?
for candidate in [3, 9, 4] {
  if best == nil || candidate > best! {
    best = candidate
  }
}
print(best ?? 0)
var total: Double? = 1
total! += 2.5
print(total ?? 0)
total = nil
total? += 10
print(total == nil)
func find(_ n: Int, in list: [Int]) -> Int? {
  for (i, value) in list.enumerated() where value == n { return i }
  return nil
}
if let i = find(5, in: [2, 5]) { print("at", i) }
