typealias Rule = (Double) -> Double
func table(_ f: Rule, at xs: [Double]) -> [Double] { xs.map(f) }
func scaled(_ f: @escaping Rule, by k: Double) -> Rule { { k * f($0) } }
func both(_ f: @escaping Rule, _ g: @escaping Rule) -> (sum: Rule, product: Rule) {
  (sum: { f($0) + g($0) }, product: { f($0) * g($0) })
}
let line: Rule = { 2 * $0 + 1 }
let square: Rule = { $0 * $0 }
let mixed = both(line, square)
print(table(line, at: [0, 1]), table(scaled(square, by: 0.5), at: [2, 4]))
print(mixed.sum(3), mixed.product(3))
var rule: Rule? = nil
print(rule?(1) ?? -1)
rule = line
print(rule?(1) ?? -1)
