let f: (Int) -> Double = { n in n * 2 }
print(f(1))
