func pick(_ flag: Bool) -> Int {
  let result: Int
  if flag {
    result = 1
  }
  return result
}
print(pick(true))
