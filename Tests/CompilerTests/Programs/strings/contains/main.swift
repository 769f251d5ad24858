import Foundation

let sentence = "The quick brown fox"
print(sentence.contains("quick"), sentence.contains("slow"), sentence.contains("Q"))
print(sentence.contains("fox") && !sentence.contains("dog"))
let words = ["gradient", "descent", "step"]
for word in words where word.contains("s") {
  print(word)
}
