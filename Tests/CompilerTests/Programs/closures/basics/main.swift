let double = { (x: Int) -> Int in
  return x * 2
}
let greet = { (name: String) in "Hello, \(name)" }
let sayHi = { print("hi") }
print(double(21), greet("Ada"))
sayHi()
let add: (Int, Int) -> Int = { a, b in a + b }
let multiply: (Int, Int) -> Int = { $0 * $1 }
print(add(2, 3), multiply(4, 5))
let constant: () -> Double = { 2.5 }
print(constant() + constant())
print({ (n: Int) in n * n }(7))
