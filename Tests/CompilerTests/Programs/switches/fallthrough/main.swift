for level in 1...4 {
  var perks = ""
  switch level {
  case 3:
    perks += "gold "
    fallthrough
  case 2:
    perks += "silver "
    fallthrough
  case 1:
    perks += "bronze"
  default:
    perks = "none"
  }
  print(level, perks)
}
