let celsius = stride(from: -10, through: 30, by: 10)
func fahrenheit(_ c: Int) -> Double { Double(c) * 9 / 5 + 32 }
print("C", "F", separator: "\t")
for c in celsius {
  let note =
    switch c {
    case ..<0: "freezing"
    case 0..<20: "cool"
    default: "warm"
    }
  print(c, fahrenheit(c), note, separator: "\t")
}
