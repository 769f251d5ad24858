func check(_ name: String, _ answer: Bool) -> Bool {
  print("checking \(name)")
  return answer
}
print(check("a", false) && check("b", true))
print(check("c", true) || check("d", false))
print(check("e", true) && check("f", false) || check("g", true))
let values = [4, 8]
let index = 5
print(index < values.count && values[index] > 0)
