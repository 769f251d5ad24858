let n = 1
print(n)
else {
  print("no")
}
