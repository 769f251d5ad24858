let sizes = [1e18, 1e19]
for size in sizes {
  print(Int(size))
}
