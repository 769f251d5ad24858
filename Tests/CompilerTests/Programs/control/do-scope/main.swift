let x = 1
do {
  let x = 2
  print(x)
  do {
    let x = x + 10
    print(x)
  }
}
print(x)
