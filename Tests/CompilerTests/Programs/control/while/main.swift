var n = 27
var steps = 0
while n != 1 {
  n = n % 2 == 0 ? n / 2 : 3 * n + 1
  steps += 1
}
print(steps)
var balance = 1000.0
var years = 0
while balance < 1200 {
  balance *= 1.05
  years += 1
}
print(years, balance)
var low = 0
var high = 10
while low < high, low * low < 50 {
  low += 1
  high -= 0
}
print(low)
while false {}
