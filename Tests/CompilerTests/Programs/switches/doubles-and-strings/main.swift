func sign(_ x: Double) -> String {
  switch x {
  case 0: return "zero"
  case let v where v.isNaN: return "not a number"
  case ..<0: return "negative"
  default: return "positive"
  }
}
print(sign(-0.0), sign(.nan), sign(-2), sign(0.1))
func season(_ month: String) -> Int {
  switch month.lowercased() {
  case "dec", "jan", "feb": return 1
  case "mar", "apr", "may": return 2
  case let other where other.hasPrefix("ju"): return 3
  case _: return 0
  }
}
print(season("Jan"), season("MAY"), season("july"), season(""))
