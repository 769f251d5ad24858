func make() -> Int { 1 }
func make() -> String { "one" }
let value = make()
print(value)
