func move(from start: Int, to end: Int) -> Int { end - start }
print(move(to: 3, from: 1))
