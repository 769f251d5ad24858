func describe(_ text: String) -> String {
  if let n = Int(text), n > 0, n % 2 == 0 {
    return "positive even"
  } else if let n = Int(text) {
    return n < 0 ? "negative" : "other integer"
  } else if let x = Double(text) {
    return "real \(x)"
  }
  return "text"
}
for text in ["4", "-4", "7", "2.5", "x"] {
  print(text, describe(text))
}
