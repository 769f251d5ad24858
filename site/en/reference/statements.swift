#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif
func plot(_ xs: [Double], _ ys: [Double], title: String = "", x: String = "", y: String = "") {}
func plot(
  _ f: (Double) -> Double, over range: ClosedRange<Double>, title: String = "", x: String = "", y: String = ""
) {}
#sourceLocation(file: "en/reference/statements.md", line: 11)
let degrees = 17
if degrees < 10 {
  print("a coat")
} else if degrees < 20 {
  print("a jumper")
} else {
  print("a shirt")
}
let label = if degrees > 15 { "mild" } else { "cold" }
print(label, degrees.isMultiple(of: 2) ? "even" : "odd")
#sourceLocation()
#sourceLocation(file: "en/reference/statements.md", line: 31)
func greet(_ name: String?) -> String {
  guard let name, !name.isEmpty else { return "Hello!" }
  return "Hello, \(name)!"
}
print(greet("Ada"), greet(nil))
#sourceLocation()
#sourceLocation(file: "en/reference/statements.md", line: 47)
func size(_ number: Int) -> String {
  switch number {
  case ..<0: "negative"
  case 0: "nothing"
  case 1, 2, 3: "a few"
  case let big where big > 1000: "a lot"
  default: "some"
  }
}
print([-1, 0, 2, 50, 2000].map(size))
#sourceLocation()
// cell 4: left out, it fails
#sourceLocation(file: "en/reference/statements.md", line: 86)
enum Message { case text(String), move(x: Int, y: Int), quit }
let inbox: [Message] = [.text("hi"), .move(x: 0, y: 4), .move(x: 2, y: 2), .quit]
for message in inbox {
  switch message {
  case .text(let words): print("says", words)
  case .move(x: 0, let y): print("moves up by", y)
  case let .move(x, y) where x == y: print("moves along the diagonal by", x)
  case .move, .quit: print("something else")
  }
}
for case .move(let x, _) in inbox { print("x", x) }
if case .text = inbox[0] { print("starts with text") }
#sourceLocation()
#sourceLocation(file: "en/reference/statements.md", line: 111)
let pair: (Int, Int?) = (3, nil)
switch pair {
case (let first, let second?): print(first + second)
case (3, nil): print("three, and nothing")
case (_, nil): print("nothing")
}
#sourceLocation()
#sourceLocation(file: "en/reference/statements.md", line: 126)
for index in 1...3 { print(index, terminator: " ") }
for letter in "abc" where letter != "b" { print(letter, terminator: " ") }
for (position, word) in ["zero", "one"].enumerated() { print(position, word, terminator: " ") }
for value in stride(from: 10, to: 0, by: -4) { print(value, terminator: " ") }
print()
var number = 27
var rounds = 0
while number != 1 {
  number = number.isMultiple(of: 2) ? number / 2 : 3 * number + 1
  rounds += 1
}
repeat { rounds -= 100 } while rounds > 50
print(rounds)
#sourceLocation()
#sourceLocation(file: "en/reference/statements.md", line: 149)
rows: for row in 1...3 {
  for column in 1...3 {
    if column > row { continue rows }
    if row * column > 4 { break rows }
    print(row * column, terminator: " ")
  }
}
print()
#sourceLocation()
#sourceLocation(file: "en/reference/statements.md", line: 168)
func visit() {
  defer { print("close the door") }
  print("come in")
}
visit()
#sourceLocation()
// cell 10: left out, it asks where its source stands
