var log: [String] = []
let note: (String) -> Void = { log.append($0) }
note("a")
note("b")
log += ["c"]
print(log)
func memoized() -> (Int) -> Int {
  var seen: [Int] = []
  return { n in
    if seen.contains(n) {
      return -1
    }
    seen.append(n)
    return n * n
  }
}
let lookup = memoized()
print(lookup(3), lookup(3), lookup(4))
