var printers: [() -> String] = []
var i = 0
while i < 3 {
  let frozen = i
  printers.append { "\(frozen) of \(i)" }
  i += 1
}
print(printers.map { $0() })
var actions: [(Int) -> Int] = []
for k in stride(from: 1, through: 5, by: 2) {
  var uses = 0
  actions.append {
    uses += 1
    return $0 * k + uses * 100
  }
}
print(actions.map { $0(10) }, actions.map { $0(10) })
