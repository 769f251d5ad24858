let temperature = 23
if temperature > 30 {
  print("hot")
} else if temperature > 20 {
  print("pleasant")
} else {
  print("cold")
}
let x = -3.5
if x < 0 { print("negative") }
if x < 0, abs(x) > 3 {
  print("and large")
}
if !(x > 0) && temperature != 0 {
  print("both")
} else {
  print("never")
}
if temperature % 2 == 0 {
  print("even")
} else {
  if temperature % 3 == 0 {
    print("multiple of three")
  } else {
    print("neither")
  }
}
