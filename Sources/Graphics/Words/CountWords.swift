/// A count in words, of one and of several; `{0}` stands for the number.
struct CountWords {
  let one, several: String
}
