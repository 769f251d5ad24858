// swift-format-ignore-file
var log: [String] = []
var total = 0
[3, 1, 2].sorted().enumerated().forEach { log.append("\($0):\($1)") }
print(log)
let add = { (n: Int) -> Int in
  total += n
  return total
}
let running = [1, 2, 3].map(add)
print(running, total)
func twice(_ body: () -> Void) {
  body()
  body()
}
var word = ""
twice { word += "ha" }
print(word)
func counterPair() -> (up: () -> Int, down: () -> Int) {
  var n = 0
  return (up: { n += 1; return n }, down: { n -= 1; return n })
}
let pair = counterPair()
print(pair.up(), pair.up(), pair.down())
