let commands = ["go", "go", "stop", "go"]
var position = 0
loop: for command in commands {
  switch command {
  case "go":
    position += 1
  case "stop":
    break loop
  default:
    continue loop
  }
  print("position", position)
}
check: if position > 0 {
  if position == 2 {
    break check
  }
  print("not printed")
}
done: do {
  print("in do")
  if position > 1 { break done }
  print("not printed")
}
print("end")
