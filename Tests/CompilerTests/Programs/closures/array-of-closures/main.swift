let names = ["square", "half", "negate"]
let functions: [(Double) -> Double] = [{ $0 * $0 }, { $0 / 2 }, { -$0 }]
for (name, f) in zip(names, functions) {
  print(name, f(3), f(-0.5))
}
var value = 2.0
for f in functions {
  value = f(value)
}
print(value)
var pipeline = functions
pipeline.append { $0 + 100 }
print(pipeline.reduce(1.0) { $1($0) })
