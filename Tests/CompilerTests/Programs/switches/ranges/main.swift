func grade(_ score: Int) -> String {
  switch score {
  case ..<0: return "invalid"
  case 0..<50: return "fail"
  case 50...69: return "pass"
  case 70..<90: return "good"
  case 90...100: return "excellent"
  case 101...: return "too much"
  default: return "never"
  }
}
for score in [-5, 0, 49, 50, 69, 70, 100, 250] {
  print(score, grade(score))
}
switch 0.75 {
case 0..<0.5: print("first half")
case 0.5...1: print("second half")
default: print("outside")
}
