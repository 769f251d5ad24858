let data = [1, 2, 3, 4, 5, 6]
print(data.prefix(2), data.suffix(2), data.prefix(10), data.suffix(0))
print(Array(data.dropFirst()), Array(data.dropLast(2)), Array(data.dropFirst(9)))
print(data.prefix(while: { $0 < 4 }), Array(data.drop(while: { $0 < 4 })))
for value in data.dropFirst(4) {
  print(value)
}
print(data.prefix(3).reduce(0, +))
