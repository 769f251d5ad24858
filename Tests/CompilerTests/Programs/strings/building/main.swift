var line = ""
for n in 1...5 {
  if !line.isEmpty {
    line += ", "
  }
  line += "\(n * n)"
}
print(line)
for height in 1...4 {
  let spaces = String(repeating: " ", count: 4 - height)
  let stars = String(repeating: "*", count: 2 * height - 1)
  print(spaces + stars)
}
let digits = ["0", "1", "2"]
print(digits.joined(), digits.joined(separator: "-"), [String]().joined(separator: ",") + ".")
