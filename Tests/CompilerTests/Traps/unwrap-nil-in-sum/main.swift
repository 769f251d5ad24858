let text = "3,4"
let parts = ["3", "4", ""]
var sum = 0
for part in parts {
  sum += Int(part)!
  print(text, sum)
}
