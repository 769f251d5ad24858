let add: (Int, Int) -> Int = { a, b in a + b }
print(add(1))
