let start = 5
for end in [6, 5, 4] {
  print("up to", end)
  for i in start...end {
    print(i)
  }
}
