func work(_ n: Int) -> Int {
  defer { print("leaving \(n)") }
  guard n > 0 else { return 0 }
  print("working \(n)")
  return n * 2
}
print(work(0))
print(work(2))
for i in 0..<2 {
  defer { print("end of", i) }
  if i == 0 { continue }
  print("body of", i)
}
