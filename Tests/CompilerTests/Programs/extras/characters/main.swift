let word = "level"
for letter in word {
  print(letter, terminator: "-")
}
print()
var vowels = 0
for letter in "programming in swift" {
  switch letter {
  case "a", "e", "i", "o", "u":
    vowels += 1
  default:
    break
  }
}
print("vowels:", vowels)
print(String(word.reversed()) == word)
print(word.first == "l", word.contains("v"), String("hola".reversed()))
