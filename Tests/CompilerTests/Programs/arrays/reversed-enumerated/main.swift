let letters = ["a", "b", "c"]
for letter in letters.reversed() {
  print(letter, terminator: " ")
}
print()
for (index, letter) in letters.enumerated() {
  print(index, letter)
}
for index in letters.indices {
  print("\(index): \(letters[index])")
}
let backwards: [String] = letters.reversed()
print(backwards, Array(letters.reversed()))
for (i, letter) in letters.enumerated().reversed() {
  print(i, letter, terminator: ";")
}
print()
for i in letters.indices.reversed() {
  print(i, terminator: " ")
}
print()
