let names = ["mango", "Apple", "banana", "apple", "Mango", "app"]
print(names.sorted())
print(names.min() ?? "", names.max() ?? "")
print(names.sorted(by: >))
print(names.sorted { $0.count < $1.count })
print(names.sorted { ($0.lowercased(), $0) < ($1.lowercased(), $1) })
print("abc" < "abd", "abc" < "ab", "" < "a", "10" < "9")
