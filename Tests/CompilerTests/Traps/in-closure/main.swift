let values = [4, 2, 0]
let results = values.map { n in
  print("visiting", n)
  return 8 / n
}
print(results)
