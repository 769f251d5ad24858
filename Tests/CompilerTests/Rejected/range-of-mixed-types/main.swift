let n = 3
let x = 5.0
for i in n...x {
  print(i)
}
