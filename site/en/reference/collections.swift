#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif
func plot(_ xs: [Double], _ ys: [Double], title: String = "", x: String = "", y: String = "") {}
func plot(
  _ f: (Double) -> Double, over range: ClosedRange<Double>, title: String = "", x: String = "", y: String = ""
) {}
#sourceLocation(file: "en/reference/collections.md", line: 11)
var rivers = ["Ebro", "Duero"]
rivers.append("Tajo")
rivers += ["Genil"]
rivers.insert("Miño", at: 0)
rivers[1] = "Júcar"
print(rivers, rivers.count, rivers.first!, rivers.last!, rivers.isEmpty)
print(rivers.remove(at: 0), rivers.removeLast(), rivers.firstIndex(of: "Tajo")!, rivers.contains("Sil"))
#sourceLocation()
#sourceLocation(file: "en/reference/collections.md", line: 28)
let zeros = [Int](repeating: 0, count: 3)
var copy = zeros
copy[0] = 9
copy.swapAt(0, 2)
let middle = [10, 20, 30, 40][1...2]
print(zeros, copy, middle, middle.startIndex, Array(middle)[0])
#sourceLocation()
#sourceLocation(file: "en/reference/collections.md", line: 41)
var numbers = [5, 3, 8, 1]
numbers.sort()
numbers.reverse()
numbers.removeAll { $0 == 3 }
print(numbers, numbers.sorted(), numbers.min()!, numbers.max()!, numbers.reversed().map { $0 * 2 })
print([1, 2] == [1, 2], [[1], [2, 3]].flatMap { $0 }, [3, 1, 2].sorted(by: >), numbers.indices)
#sourceLocation()
#sourceLocation(file: "en/reference/collections.md", line: 59)
var stock = ["pears": 3, "figs": 12]
stock["plums"] = 5
stock["pears", default: 0] += 1
stock["figs"] = nil
print(stock["pears"]!, stock["kiwis"] ?? 0, stock.count, stock.keys.sorted(), stock.values.reduce(0, +))
for (fruit, count) in stock.sorted(by: { $0.key < $1.key }) { print(fruit, count) }
print(stock.removeValue(forKey: "plums")!, stock.mapValues { $0 * 10 }, stock.contains { $0.value > 3 })
#sourceLocation()
#sourceLocation(file: "en/reference/collections.md", line: 76)
let words = ["ant", "bee", "asp", "boar"]
let byInitial = Dictionary(grouping: words) { $0.first! }
let lengths = Dictionary(uniqueKeysWithValues: words.map { ($0, $0.count) })
print(byInitial["a"]!, byInitial["b"]!, lengths["boar"]!, lengths.filter { $0.value > 3 })
print(["x": 1].merging(["x": 5]) { old, new in old + new })
#sourceLocation()
#sourceLocation(file: "en/reference/collections.md", line: 91)
var notes: [AnyHashable: String] = [1: "a number", "one": "text"]
notes[0.5] = "another number"
for key in [1, "one", 0.5] as [AnyHashable] { print(key, key is String, notes[key]!) }
#sourceLocation()
#sourceLocation(file: "en/reference/collections.md", line: 105)
var capitals = ["Spain": "Madrid", "Italy": "Rome"]
if let place = capitals.index(forKey: "Italy") {
  print(capitals[place].value)
  capitals.remove(at: place)
}
print(capitals)
#sourceLocation()
#sourceLocation(file: "en/reference/collections.md", line: 121)
var primes: Set = [2, 3, 5]
print(primes.insert(7).inserted, primes.insert(2).inserted, primes.contains(5), primes.count)
let small: Set = [1, 2, 3]
print(primes.union(small).sorted(), primes.intersection(small).sorted(), primes.subtracting(small).sorted())
print(small.symmetricDifference([3, 4]).sorted(), small.isSubset(of: [1, 2, 3, 4]), small.isDisjoint(with: [9]))
#sourceLocation()
#sourceLocation(file: "en/reference/collections.md", line: 137)
let closed = 1...5
let open = 0..<5
print(closed.contains(5), open.contains(5), closed.lowerBound, open.count, Array(open), Array(closed.reversed()))
print((2...).contains(9), ("a"..."f").contains("c"), (0.5...1.5).contains(1), open.isEmpty)
#sourceLocation()
#sourceLocation(file: "en/reference/collections.md", line: 151)
let values = [4, 8, 15, 16, 23, 42]
print(values.map { $0 / 2 }, values.filter { $0.isMultiple(of: 2) }, values.reduce(0, +))
print(values.compactMap { Int(exactly: Double($0) / 4) }, values.first { $0 > 10 }!, values.allSatisfy { $0 > 3 })
print(values.prefix(2), values.suffix(2), values.dropFirst(4), values.prefix { $0 < 16 }, values.drop { $0 < 16 })
print(values.count { $0 < 10 }, values.contains { $0 > 40 }, values.firstIndex { $0 > 10 }!, values.min { $0 % 10 < $1 % 10 }!)
print(values.reduce(into: [:]) { $0[$1 % 2, default: 0] += 1 }.sorted { $0.key < $1.key }.map(\.value))
#sourceLocation()
#sourceLocation(file: "en/reference/collections.md", line: 168)
for (left, right) in zip(1..., ["one", "two"]) { print(left, right) }
print(Array(stride(from: 0.0, through: 1, by: 0.5)), Array("abc".enumerated()).count)
print(sequence(first: 1) { $0 < 50 ? $0 * 3 : nil }.map { $0 }, [[1, 2], [3]].joined().count)
print([1, 2, 3].elementsEqual([1, 2, 3]), [1, 2].lexicographicallyPrecedes([1, 3]), [1, 2, 3].starts(with: [1, 2]))
#sourceLocation()
#sourceLocation(file: "en/reference/collections.md", line: 185)
let firstBig = (1...1_000_000).lazy.map { $0 * $0 }.filter { $0 > 50 }.first!
Swift.debugPrint(firstBig)
#sourceLocation()
#sourceLocation(file: "en/reference/collections.md", line: 198)
struct Countdown: Sequence, IteratorProtocol {
  var current: Int
  mutating func next() -> Int? {
    if current == 0 { return nil }
    defer { current -= 1 }
    return current
  }
}
for tick in Countdown(current: 3) { print(tick, terminator: " ") }
print(Countdown(current: 4).map { $0 * $0 }, Countdown(current: 5).contains(2))
#sourceLocation()
