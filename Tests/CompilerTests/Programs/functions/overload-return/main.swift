func make() -> Int { 7 }
func make() -> Double { 2.5 }
func make() -> String { "seven" }
let i: Int = make()
let d: Double = make()
let s: String = make()
print(i, d, s)
print(i + make(), d + make())
func area(_ side: Double) -> Double { side * side }
func area(_ width: Double, _ height: Double) -> Double { width * height }
print(area(3), area(3, 4))
