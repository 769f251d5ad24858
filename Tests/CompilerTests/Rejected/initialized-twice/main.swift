func run() {
  let x: Int
  x = 1
  x = 2
  print(x)
}
run()
