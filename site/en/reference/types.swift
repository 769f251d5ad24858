#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif
func plot(_ xs: [Double], _ ys: [Double], title: String = "", x: String = "", y: String = "") {}
func plot(
  _ f: (Double) -> Double, over range: ClosedRange<Double>, title: String = "", x: String = "", y: String = ""
) {}
#sourceLocation(file: "en/reference/types.md", line: 16)
let name = "Ada"
var score = 12
let ratio: Double = 3
score += 1
print(name, score, ratio)
#sourceLocation()
#sourceLocation(file: "en/reference/types.md", line: 30)
let mood: String
if score > 10 { mood = "cheerful" } else { mood = "patient" }
Swift.debugPrint(mood)
#sourceLocation()
#sourceLocation(file: "en/reference/types.md", line: 44)
let count = 7
let share = Double(count) / 2
print(share, count / 2, Int(share))
#sourceLocation()
// cell 4: left out, it fails
#sourceLocation(file: "en/reference/types.md", line: 79)
let isEven = count.isMultiple(of: 2)
print(isEven, !isEven && count > 3, isEven || count < 3)
#sourceLocation()
#sourceLocation(file: "en/reference/types.md", line: 92)
let point = (x: 3.0, y: 4.0)
let (left, right) = (1, "one")
print(point.x + point.y, left, right, point.0)
print((1, "b") < (1, "c"), point == (3, 4))
#sourceLocation()
#sourceLocation(file: "en/reference/types.md", line: 108)
let typed = Int("42")
let wrong = Int("forty")
if let typed { print("read", typed) }
print(wrong ?? 0, typed!, typed.map { $0 * 2 } ?? 0)

func half(of text: String) -> Int? {
  guard let number = Int(text), number.isMultiple(of: 2) else { return nil }
  return number / 2
}
print(half(of: "8") as Any, half(of: "7") as Any)
#sourceLocation()
#sourceLocation(file: "en/reference/types.md", line: 129)
let ages = ["Ada": 36]
print(ages["Ada"]?.description.count ?? 0, ages["Bob"]?.description.count ?? 0)
#sourceLocation()
#sourceLocation(file: "en/reference/types.md", line: 143)
let things: [Any] = [1, "two", 3.0]
for thing in things {
  if let number = thing as? Int { print("a whole number,", number) }
  if thing is String { print("text,", thing as! String) }
}
print(type(of: things[2]), 5 as Double)
#sourceLocation()
#sourceLocation(file: "en/reference/types.md", line: 160)
typealias Grid = [[Int]]
let board: Grid = [[1, 2], [3, 4]]
print(board[1][0], Int.max, String.self)
#sourceLocation()
