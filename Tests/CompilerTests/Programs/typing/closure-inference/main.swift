let xs = [1, 2, 3]
let halves = xs.map { Double($0) / 2 }
let labels = xs.map { n in n % 2 == 0 ? "even" : "odd" }
let pairs = xs.map { ($0, $0 * $0) }
let nested = xs.map { n in (0..<n).map { $0 * n } }
let wide = xs.map { (n: Int) -> Double in
  let root = Double(n)
  return root * root
}
print(halves, labels, pairs, nested, wide)
let total = pairs.map { $0.1 }.reduce(0, +)
let table = pairs.filter { $0.0 != 2 }.map { "\($0.0)->\($0.1)" }
print(total, table)
let make = { (n: Int) in { (x: Double) in x * Double(n) } }
print(make(3)(0.5))
