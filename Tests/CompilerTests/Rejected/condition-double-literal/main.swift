while 1.5 {
  print("loop")
}
