var stack = ["a", "b"]
for _ in 1...3 {
  print(stack.removeLast())
}
