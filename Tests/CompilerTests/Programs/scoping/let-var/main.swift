let constant = 3
var variable = 4
variable = variable + constant
print(variable)
let a = 1
let b = 2.5
let c = "three"
print(a, b, c)
var x = 0
var y = 1
x += 5
y -= 5
print(x, y)
let later: Int
if x > 0 {
  later = 100
} else {
  later = -100
}
print(later)
var text: String
text = "set"
text += " twice"
print(text)
