func read() -> Int {
  return
}
print(read())
