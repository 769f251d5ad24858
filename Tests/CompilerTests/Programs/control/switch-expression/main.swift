func name(of day: Int) -> String {
  switch day {
  case 1: "Monday"
  case 2: "Tuesday"
  case 6, 7: "weekend"
  default: "day \(day)"
  }
}
print(name(of: 1), name(of: 4), name(of: 7))
let x = 0.3
let bucket =
  switch x {
  case ..<0: "negative"
  case 0..<0.5: "low"
  default: "high"
  }
print(bucket)
