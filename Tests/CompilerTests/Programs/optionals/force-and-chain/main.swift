let values = [3, 6, 9]
print(values.first!, values.last! + 1)
let names: [String]? = ["a", "b"]
print(names?.count ?? 0, names![1], names?.first ?? "")
let missing: [String]? = nil
print(missing?.count ?? -1, missing == nil)
print(Double("1.5")! * 2)
