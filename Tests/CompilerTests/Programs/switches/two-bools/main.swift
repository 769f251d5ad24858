func describe(_ a: Bool, _ b: Bool) -> String {
  switch (a, b) {
  case (true, true): return "both"
  case (true, false): return "first"
  case (false, true): return "second"
  case (false, false): return "neither"
  }
}
for a in [true, false] {
  for b in [true, false] {
    print(describe(a, b))
  }
}
