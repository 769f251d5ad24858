let words = ["12", "x"]
for word in words {
  let n = Int(word)!
  print(n * 2)
}
