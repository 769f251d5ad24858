let n = 7
let parity = if n % 2 == 0 { "even" } else { "odd" }
print(parity)
let size = if n > 100 { 3 } else if n > 5 { 2 } else { 1 }
print(size)
func absolute(_ x: Double) -> Double {
  if x < 0 { -x } else { x }
}
print(absolute(-2.5), absolute(4))
let factor: Double = if n > 0 { 2 } else { 0.5 }
print(factor)
