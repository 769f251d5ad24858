#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif
func plot(_ xs: [Double], _ ys: [Double], title: String = "", x: String = "", y: String = "") {}
func plot(
  _ f: (Double) -> Double, over range: ClosedRange<Double>, title: String = "", x: String = "", y: String = ""
) {}
#sourceLocation(file: "en/reference/text.md", line: 11)
let name = "Zoë"
let lines = """
  Dear \(name),
    this is indented by two.
  """
print("tab\tend, quote \", heart \u{2665}, sum \(1 + 2)")
print(lines)
print(#"no \n escape here"#)
#sourceLocation()
#sourceLocation(file: "en/reference/text.md", line: 33)
print(name.count, name.uppercased(), String(name.reversed()), name.first!, name.last!)
print(name.unicodeScalars.count, name.utf8.count, Array(name.utf8))
let digit: Character = "7"
print(digit.isNumber, digit.wholeNumberValue!, digit.isLetter, Character("e").isLetter, Character("é") == "e\u{301}")
print(Character("A").asciiValue!, Character("ß").uppercased(), Character(" ").isWhitespace)
#sourceLocation()
#sourceLocation(file: "en/reference/text.md", line: 50)
let title = "the art of weaving"
print(title.hasPrefix("the"), title.hasSuffix("ing"), title.contains("art"), title.contains("x"))
print(title.firstIndex(of: "a") != nil, title.filter { $0 == "a" }.count, "apple" < "banana", "" == String())
#sourceLocation()
#sourceLocation(file: "en/reference/text.md", line: 63)
print(title.split(separator: " "), title.prefix(3), title.suffix(7), title.dropFirst(4))
print(["a", "b", "c"].joined(separator: "-"), String(repeating: "=", count: 5), "ab" + "cd")
let commas = "1,2,,3"
print(commas.split(separator: ",").count, commas.split(separator: ",", omittingEmptySubsequences: false).count)
#sourceLocation()
#sourceLocation(file: "en/reference/text.md", line: 78)
let second = title.index(after: title.startIndex)
let fifth = title.index(title.startIndex, offsetBy: 4)
print(title[second], title[fifth...], title[..<fifth].count, Array(title)[4])
#sourceLocation()
// cell 6: left out, it fails
#sourceLocation(file: "en/reference/text.md", line: 101)
var word = "weave"
word.append("r")
word += "s"
word.insert("-", at: word.startIndex)
word.remove(at: word.startIndex)
word.removeLast()
print(word, word.removeFirst(), word, word.lowercased(), word.isEmpty)
word.removeAll()
print(word.isEmpty)
print("one two one".replacing("one", with: "1"), "one two one".ranges(of: "one").count, "re-read".trimmingPrefix("re-"))
#sourceLocation()
#sourceLocation(file: "en/reference/text.md", line: 122)
import Foundation // hide
print("a, b, c".components(separatedBy: ", "), "  trim me  ".trimmingCharacters(in: .whitespaces))
print("one two".replacingOccurrences(of: "two", with: "three"), "small caps".capitalized)
print(String(format: "%.3f|%5d|%-4@|%02x", 3.14159, 42, "ab", 255), String(format: "%2$@, %1$@", "you", "hello"))
#sourceLocation()
#sourceLocation(file: "en/reference/text.md", line: 140)
struct Money: CustomStringConvertible {
  var cents: Int
  var description: String { "\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100) €" }
}
print(Money(cents: 1205), [Money(cents: 99)], String(describing: Money(cents: 5)))
debugPrint("text", 1.0, ["a": 1])
#sourceLocation()
#sourceLocation(file: "en/reference/text.md", line: 156)
extension String.StringInterpolation {
  mutating func appendInterpolation(_ value: Double, places: Int) {
    appendLiteral(String(format: "%.\(places)f", value))
  }
}
print("a third is about \(1.0 / 3, places: 4)")
#sourceLocation()
#sourceLocation(file: "en/reference/text.md", line: 171)
struct Query: ExpressibleByStringInterpolation {
  struct StringInterpolation: StringInterpolationProtocol {
    var text = ""
    var values: [Int] = []
    init(literalCapacity: Int, interpolationCount: Int) {}
    mutating func appendLiteral(_ literal: String) { text += literal }
    mutating func appendInterpolation(_ value: Int) {
      text += "?"
      values.append(value)
    }
  }
  let parts: StringInterpolation
  init(stringInterpolation: StringInterpolation) { parts = stringInterpolation }
  init(stringLiteral value: String) {
    parts = StringInterpolation(literalCapacity: value.count, interpolationCount: 0)
  }
}
let query: Query = "age > \(30) and height < \(200)"
print(query.parts.text, query.parts.values)
#sourceLocation()
