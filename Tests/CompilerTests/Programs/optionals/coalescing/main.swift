let a: Int? = nil
let b: Int? = 3
print(a ?? 0, b ?? 0, a ?? b ?? 9)
func fallback() -> Int {
  print("fallback called")
  return 7
}
print(b ?? fallback())
print(a ?? fallback())
let names: [String] = []
print(names.first ?? "nobody", names.max() ?? "none")
