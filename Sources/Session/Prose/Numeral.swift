/// A number as a text writes it: its size, sign aside, and how many digits it shows.
struct Numeral: Hashable {
  /// As written.
  var text: String
  /// The digits without leading zeros and without a decimal mark.
  var digits: String
  /// How many of them stand behind the decimal mark.
  var decimals: Int
  var size: Double

  /// The unit of its last digit.
  var unit: Double { pow10(-decimals) }

  private init?(text: String, whole: String, fraction: String, exponent: String = "") {
    guard let size = Double(whole + "." + (fraction.isEmpty ? "0" : fraction) + exponent), size.isFinite
    else { return nil }
    self.text = text
    self.size = size
    digits = String((whole + fraction).drop { $0 == "0" })
    decimals = fraction.utf8.count
  }

  /// Whether it is a value to the digits that it shows, rounded or cut off.
  func shows(_ value: Numeral) -> Bool {
    let excess = value.size - size
    let slack = 1e-9 * unit + 4 * size.ulp
    return excess >= -unit / 2 - slack && excess < unit + slack && (excess < unit || digits.isEmpty)
  }

  /// Whether it starts as a value does, in all but the last one or two of at least three digits.
  func resembles(_ value: Numeral) -> Bool {
    guard digits.utf8.count >= 3, size > 0, value.size > 0 else { return false }
    let common = zip(digits.utf8, value.digits.utf8).prefix { $0 == $1 }.count
    return common >= max(2, digits.utf8.count - 2) && size / value.size > 0.9 && size / value.size < 1.1
  }

  /// The numbers of a text, in its order, with the UTF-8 offsets where they start.
  ///
  /// - Parameter isProse: Whether a comma may stand before decimals and a space between thousands, and an
  ///   exponent is none.
  /// - Returns: For each number all that it may mean: `1,250` is one of two.
  static func all(in text: String, isProse: Bool) -> [(offset: Int, readings: [Numeral])] {
    let scalars = Array(text.unicodeScalars)
    var found: [(Int, [Numeral])] = []
    var index = 0
    var offset = 0
    func isDigit(_ place: Int) -> Bool {
      place >= 0 && place < scalars.count && scalars[place].value >= 0x30 && scalars[place].value <= 0x39
    }
    func isWord(_ place: Int) -> Bool {
      place >= 0 && place < scalars.count
        && (scalars[place].properties.isAlphabetic || scalars[place] == "_" || isDigit(place))
    }
    func string(_ range: Range<Int>) -> String {
      String(String.UnicodeScalarView(scalars[range].filter { $0.value < 0x80 && $0 != " " }))
    }
    while index < scalars.count {
      let start = index
      defer { for place in start..<index { offset += UTF8.width(scalars[place]) } }
      guard isDigit(index) else {
        index += 1
        continue
      }
      while isDigit(index) || isProse && isGroup(scalars, at: index) { index += 1 }
      let whole = string(start..<index)
      var fraction = ""
      var mark: Unicode.Scalar?
      if index + 1 < scalars.count, isDigit(index + 1),
        scalars[index] == "." || isProse && scalars[index] == ","
      {
        mark = scalars[index]
        let first = index + 1
        index += 1
        while isDigit(index) { index += 1 }
        fraction = string(first..<index)
      }
      var exponent = ""
      if !isProse, index < scalars.count, scalars[index] == "e" || scalars[index] == "E" {
        let sign =
          index + 1 < scalars.count && (scalars[index + 1] == "-" || scalars[index + 1] == "+") ? 1 : 0
        if isDigit(index + 1 + sign) {
          let first = index
          index += 1 + sign
          while isDigit(index) { index += 1 }
          exponent = string(first..<index)
        }
      }
      // Parts of names, versions and dates are no numbers.
      let goesOn =
        index + 1 < scalars.count && ".,".unicodeScalars.contains(scalars[index]) && isDigit(index + 1)
      if goesOn || isWord(start - 1) || isProse && isWord(index) {
        while isWord(index)
          || (index + 1 < scalars.count && ".,".unicodeScalars.contains(scalars[index]) && isDigit(index + 1))
        {
          index += 1
        }
        continue
      }
      let written = String(String.UnicodeScalarView(scalars[start..<index]))
      var readings = [Numeral(text: written, whole: whole, fraction: fraction, exponent: exponent)]
      if mark == ",", fraction.utf8.count == 3 {
        readings.append(Numeral(text: written, whole: whole + fraction, fraction: ""))
      }
      found.append((offset, readings.compactMap { $0 }))
    }
    return found
  }

  /// Whether a thin or unbreakable space stands between three digits and others.
  private static func isGroup(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    guard index + 3 < scalars.count, [0x2009, 0x202F, 0xA0].contains(scalars[index].value) else {
      return false
    }
    return scalars[(index + 1)...(index + 3)].allSatisfy { $0.value >= 0x30 && $0.value <= 0x39 }
  }
}

private func pow10(_ exponent: Int) -> Double { Double("1e\(exponent)") ?? 0 }
