for n in 1...20 where n % 3 == 0 && n % 2 == 1 {
  print(n, terminator: " ")
}
print()
let words = ["sun", "moonlight", "star", "galaxy"]
for word in words where word.count > 4 {
  print(word)
}
for (i, word) in words.enumerated() where i % 2 == 1 {
  print(i, word)
}
for (_, size) in [("a", 1), ("b", 2)] {
  print(size)
}
for _ in 1...2 {
  print("again")
}
