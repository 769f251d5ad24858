func greet(_ name: String = 3) {
  print(name)
}
greet()
