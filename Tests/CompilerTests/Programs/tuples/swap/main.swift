var a = 1
var b = 2
swap(&a, &b)
print(a, b)
(a, b) = (b, a)
print(a, b)
var fib = (0, 1)
for _ in 1...10 {
  fib = (fib.1, fib.0 + fib.1)
}
print(fib)
var list = [1, 2, 3]
(list[0], list[2]) = (list[2], list[0])
print(list)
