#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif
func plot(_ xs: [Double], _ ys: [Double], title: String = "", x: String = "", y: String = "") {}
func plot(
  _ f: (Double) -> Double, over range: ClosedRange<Double>, title: String = "", x: String = "", y: String = ""
) {}
#sourceLocation(file: "en/reference/declarations.md", line: 14)
func area(width: Double, height: Double = 1) -> Double { width * height }
func total(of numbers: Int...) -> Int { numbers.reduce(0, +) }
func raise(_ value: inout Int, by step: Int) { value += step }

var level = 1
raise(&level, by: 4)
print(area(width: 3), area(width: 3, height: 2), total(of: 1, 2, 3), level)
#sourceLocation()
#sourceLocation(file: "en/reference/declarations.md", line: 30)
func describe(_ value: Int) -> String { "whole \(value)" }
func describe(_ value: Double) -> String { "broken \(value)" }
func steps(from start: Int) -> [Int] {
  func next(_ n: Int) -> Int { n.isMultiple(of: 2) ? n / 2 : 3 * n + 1 }
  return start == 1 ? [1] : [start] + steps(from: next(start))
}
let operation: (Int) -> String = describe
print(operation(2), describe(2.5), steps(from: 6))
#sourceLocation()
#sourceLocation(file: "en/reference/declarations.md", line: 49)
let squares = [1, 2, 3].map { number in number * number }
let sum = squares.reduce(0) { $0 + $1 }
func counter() -> () -> Int {
  var count = 0
  return {
    count += 1
    return count
  }
}
let next = counter()
print(squares, sum, next(), next(), [3, 1, 2].sorted(by: >))
#sourceLocation()
#sourceLocation(file: "en/reference/declarations.md", line: 70)
var later: [() -> Void] = []
func remember(_ action: @escaping () -> Void) { later.append(action) }
func unless(_ condition: Bool, _ text: @autoclosure () -> String) { if !condition { print(text()) } }
remember { print("remembered") }
later[0]()
unless(later.isEmpty, "there is something to do")
#sourceLocation()
#sourceLocation(file: "en/reference/declarations.md", line: 89)
struct Temperature {
  static let freezing = Temperature(celsius: 0)
  var celsius: Double {
    didSet { print("from \(oldValue) to \(celsius)") }
  }
  var fahrenheit: Double {
    get { celsius * 9 / 5 + 32 }
    set { celsius = (newValue - 32) * 5 / 9 }
  }
  mutating func warm(by degrees: Double) { celsius += degrees }
}
var today = Temperature(celsius: 20)
let before = today
today.warm(by: 5)
today.fahrenheit = 50
print(before.celsius, today.celsius, Temperature.freezing.fahrenheit)
#sourceLocation()
#sourceLocation(file: "en/reference/declarations.md", line: 114)
struct Table {
  private var cells: [Int]
  let width: Int
  init?(width: Int, height: Int) {
    guard width > 0, height > 0 else { return nil }
    self.width = width
    cells = Array(repeating: 0, count: width * height)
  }
  subscript(row: Int, column: Int) -> Int {
    get { cells[row * width + column] }
    set { cells[row * width + column] = newValue }
  }
}
var table = Table(width: 2, height: 2)!
table[1, 0] = 7
print(table[1, 0], Table(width: 0, height: 3) == nil)
#sourceLocation()
#sourceLocation(file: "en/reference/declarations.md", line: 141)
enum Planet: Int, CaseIterable { case mercury = 1, venus, earth }
indirect enum Sum {
  case number(Int)
  case plus(Sum, Sum)
  var value: Int {
    switch self {
    case .number(let number): number
    case .plus(let left, let right): left.value + right.value
    }
  }
}
print(Planet.allCases.map(\.rawValue), Planet(rawValue: 3)!, Planet(rawValue: 9) == nil)
print(Sum.plus(.number(2), .plus(.number(3), .number(4))).value)
#sourceLocation()
#sourceLocation(file: "en/reference/declarations.md", line: 166)
class Animal {
  let name: String
  init(name: String) { self.name = name }
  func speak() -> String { "\(name) is quiet" }
  deinit { print("goodbye, \(name)") }
}
final class Dog: Animal {
  weak var friend: Animal?
  override func speak() -> String { super.speak() + ", then barks" }
  convenience init() { self.init(name: "Rex") }
}
var rex: Dog? = Dog()
let same = rex === rex
print(rex!.speak(), same, rex is Animal)
rex = nil
#sourceLocation()
#sourceLocation(file: "en/reference/declarations.md", line: 193)
protocol Shape {
  var area: Double { get }
  func scaled(by factor: Double) -> Self
}
extension Shape {
  func summary() -> String { "area \(area)" }
}
struct Square: Shape {
  var side: Double
  var area: Double { side * side }
  func scaled(by factor: Double) -> Square { Square(side: side * factor) }
}
struct Strip: Shape {
  var length: Double
  var area: Double { length }
  func scaled(by factor: Double) -> Strip { Strip(length: length * factor) }
}
let shapes: [any Shape] = [Square(side: 2), Strip(length: 3)]
for shape in shapes { print(shape.summary()) }
print(Square(side: 1).scaled(by: 3).area)
#sourceLocation()
#sourceLocation(file: "en/reference/declarations.md", line: 224)
func total(_ numbers: any Sequence<Int>) -> Int {
  var total = 0
  for number in numbers { total += number }
  return total
}
func evens(below limit: Int) -> some Sequence<Int> { stride(from: 0, to: limit, by: 2) }
print(total([1, 2]), total(1...4), total(evens(below: 9)))
#sourceLocation()
#sourceLocation(file: "en/reference/declarations.md", line: 240)
struct Coin: Hashable, Comparable {
  var cents: Int
  static func < (left: Coin, right: Coin) -> Bool { left.cents < right.cents }
}
print(Coin(cents: 5) == Coin(cents: 5), [Coin(cents: 5), Coin(cents: 1)].min()!.cents, Set([Coin(cents: 2)]).count)
#sourceLocation()
#sourceLocation(file: "en/reference/declarations.md", line: 254)
struct Stack<Element> {
  private var items: [Element] = []
  mutating func push(_ item: Element) { items.append(item) }
  mutating func pop() -> Element? { items.popLast() }
}
extension Stack where Element: Comparable {
  var greatest: Element? { items.max() }
}
extension [Int] { var total: Int { reduce(0, +) } }
func largest<Value: Comparable>(_ values: [Value]) -> Value? {
  values.reduce(nil) { best, value in best.map { max($0, value) } ?? value }
}
var stack = Stack<Int>()
stack.push(3)
stack.push(8)
print(stack.greatest!, stack.pop()!, largest(["pear", "plum", "fig"])!, [1, 2, 3].total)
#sourceLocation()
#sourceLocation(file: "en/reference/declarations.md", line: 279)
protocol Container {
  associatedtype Item
  var items: [Item] { get }
}
struct Shelf: Container { var items = ["atlas", "novel"] }
func firstItem<C: Container>(of container: C) -> C.Item? where C.Item: Equatable { container.items.first }
func makeShelf() -> some Container { Shelf() }
print(firstItem(of: Shelf())!, makeShelf().items.count)
#sourceLocation()
#sourceLocation(file: "en/reference/declarations.md", line: 298)
struct Vector: Equatable {
  var x, y: Double
  static func + (left: Vector, right: Vector) -> Vector { Vector(x: left.x + right.x, y: left.y + right.y) }
  static prefix func - (vector: Vector) -> Vector { Vector(x: -vector.x, y: -vector.y) }
}
infix operator •: MultiplicationPrecedence
func • (left: Vector, right: Vector) -> Double { left.x * right.x + left.y * right.y }
let diagonal = Vector(x: 1, y: 2) + -Vector(x: 0, y: 1)
print(diagonal, diagonal • diagonal)
#sourceLocation()
#sourceLocation(file: "en/reference/declarations.md", line: 319)
struct Account {
  private(set) var balance = 0
  mutating func deposit(_ amount: Int) { balance += amount }
}
var account = Account()
account.deposit(30)
Swift.debugPrint(account.balance)
#sourceLocation()
