outer: for i in 0..<2 {
  print(i)
  break outter
}
