let a = [1, 2.5, -3]
let b: [Double] = [1, 2, 3]
let c = [0.5] + [1]
let d = 3 as Double
let e = (1, 2.0)
let f: (Double, Int) = (1, 2)
print(a, b, c, d, e, f)
let g = true ? 1 : 2.5
let h = max(0, -1.5)
let i = [1, 2].reduce(0.5) { $0 + Double($1) }
print(g, h, i, [[1], [2.5]])
let j: Double? = 4
print(j ?? 0, 1 + 2 * 0.5, 10 / 4 * 2.0, 10 / 4 * 2)
let k: Double = 1 / 3 + 1 / 3
let l = Double(1 / 3) + Double(1) / 3
print(k, l)
