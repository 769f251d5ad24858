if 1 < 2 {
  let inner = 5
  print(inner)
}
print(inner)
