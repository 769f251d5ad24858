let line = "3, 1.5,x,-2"
var numbers: [Double] = []
var bad: [String] = []
for part in line.split(separator: ",") {
  let text = part.filter { $0 != " " }
  if let value = Double(text) {
    numbers.append(value)
  } else {
    bad.append(text)
  }
}
print(numbers, bad)
print("a b  c".split(separator: " ").map { String($0) }, "k=v".split(separator: "=").count)
