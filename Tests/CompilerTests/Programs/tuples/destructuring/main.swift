let (x, y) = (1.5, 2.5)
print(x + y)
let (first, _, third) = ("a", "b", "c")
print(first, third)
var (low, high) = (10, 3)
if low > high {
  (low, high) = (high, low)
}
print(low, high)
let ((a, b), c) = ((1, 2), 3)
print(a, b, c)
for (word, size) in [("cat", 3), ("horse", 5)] {
  print(word, size)
}
