let x = 10
func show() {
  let x = 20
  print(x)
  if x > 5 {
    let x = "text"
    print(x)
  }
}
show()
print(x)
for x in 1...2 {
  print(x)
}
func double(_ x: Int) -> Int {
  var x = x
  x *= 2
  return x
}
print(double(x), x)
