let items = [1, 2, 3]
for n in [2, -1] {
  print(items.prefix(n))
}
