func binary(_ number: Int) -> String {
  var rest = number
  var digits = ""
  repeat {
    digits = String(rest % 2) + digits
    rest /= 2
  } while rest > 0
  return digits
}
for n in [0, 1, 5, 10, 255] {
  print(n, binary(n))
}
print(String(255, radix: 2), String(255, radix: 16), String(-10, radix: 3))
