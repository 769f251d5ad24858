func run() {
  print(later)
  let later = 3
  print(later)
}
run()
