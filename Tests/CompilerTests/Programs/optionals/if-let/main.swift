let parsed = Int("42")
if let number = parsed {
  print("number", number + 1)
} else {
  print("not a number")
}
if let number = Int("4x2") {
  print(number)
} else {
  print("not a number")
}
let maybe: Double? = 2.5
if let maybe {
  print(maybe * 2)
}
if let a = Int("1"), let b = Int("2"), a < b {
  print(a + b)
}
