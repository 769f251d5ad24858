let items = ["a", "b"]
for (i, item) in items {
  print(i, item)
}
