func describe(_ value: Int) -> String { "integer \(value)" }
func describe(_ value: Double) -> String { "real \(value)" }
func describe(_ value: String) -> String { "text \(value)" }
func describe(_ values: [Int]) -> String { "list of \(values.count)" }
func describe(_ a: Int, _ b: Int) -> String { "two integers" }
func describe(named name: String) -> String { "named \(name)" }
print(describe(3))
print(describe(3.5))
print(describe("x"))
print(describe([1, 2]))
print(describe(1, 2))
print(describe(named: "n"))
let d: Double = 3
print(describe(d), describe(1 + 2), describe(1 + 2.0))
