print(1, 2, 3)
print(1, 2, 3, separator: ", ")
print("a", "b", separator: "")
print("no newline", terminator: "")
print(" | continued")
print()
print("", terminator: "\n\n")
print("x", 1.5, true, [1], (2, "y"), separator: "; ", terminator: ".\n")
for i in 1...3 {
  print(i, terminator: i < 3 ? ", " : "\n")
}
print(separator: "-", terminator: "end\n")
