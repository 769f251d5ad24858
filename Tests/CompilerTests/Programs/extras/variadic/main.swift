func sum(_ numbers: Double...) -> Double {
  var total = 0.0
  for n in numbers {
    total += n
  }
  return total
}
print(sum(), sum(1), sum(1, 2.5, 3))
func label(_ title: String, values: Int...) -> String {
  "\(title): \(values.count) \(values)"
}
print(label("none"), label("some", values: 4, 5))
