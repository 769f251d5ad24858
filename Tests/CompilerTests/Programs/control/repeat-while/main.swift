var n = 5
repeat {
  print(n, terminator: " ")
  n -= 2
} while n > 0
print()
var once = 0
repeat {
  once += 1
} while once < 0
print(once)
var guess = 1.0
var previous: Double
repeat {
  previous = guess
  guess = (guess + 2 / guess) / 2
} while abs(guess - previous) > 1e-12
print(guess)
