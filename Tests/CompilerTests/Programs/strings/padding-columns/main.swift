func pad(_ text: String, to width: Int) -> String {
  text.count >= width ? text : String(repeating: " ", count: width - text.count) + text
}
let rows = [("x", "f(x)"), ("-1", "9.0"), ("10", "174.0"), ("3.25", "15.375")]
for (x, y) in rows {
  print(pad(x, to: 5) + " |" + pad(y, to: 8))
}
print(String(repeating: "-", count: 15))
for n in [1, 22, 333] {
  print(pad("\(n)", to: 5), pad(String(n * n), to: 8), separator: " |")
}
