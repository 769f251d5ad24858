outer: for i in 1...4 {
  for j in 1...4 {
    if i * j == 6 {
      print("found", i, j)
      break outer
    }
    if j > i {
      continue outer
    }
    print(i, j)
  }
}
var count = 0
search: while true {
  repeat {
    count += 1
    if count == 7 { break search }
  } while count % 3 != 0
  print("row", count)
}
print(count)
