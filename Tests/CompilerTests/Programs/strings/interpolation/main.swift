let name = "Ada"
let age = 36
let height = 1.65
print("\(name) is \(age) years old and \(height) m tall")
print("Next year: \(age + 1); half: \(Double(age) / 2)")
print("Sum: \(1 + 2 * 3), compare: \(age > 30), list: \([1, 2, 3])")
print("Nested: \("inner \(name)")")
print("Ternary: \(age < 18 ? "minor" : "adult")")
print("Pair: \((age, height)), empty: \("")!")
print("Function: \(max(age, 40))")
