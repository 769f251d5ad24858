print("a", terminator: "")
print("b", terminator: " ")
let values = [1]
print(values[values.count])
