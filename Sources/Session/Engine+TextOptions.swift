import VirtualMachine

/// Host functions that look for texts and compare them as Foundation's options ask.
extension HostFunction {
  static let textOptions: [HostFunction] = [
    HostFunction(name: "textFindOptions", results: 2) { (_, machine, base) throws(Trap.Reason) in
      let slice = try slice(machine.string(base[0]), base[1].i, base[2].i)
      let sought = machine.string(base[3])
      machine.fuel -= slice.utf8.count + sought.utf8.count
      let options = TextOptions(rawValue: Int(base[4].i))
      let found = ComparedText(slice, options).range(of: ComparedText(sought[...], options).text, options)
      let start = base[1].i
      base[0].i = found.map { start + Int64($0.lowerBound) } ?? -1
      base[1].i = found.map { start + Int64($0.upperBound) } ?? -1
    },
    HostFunction(name: "textCompareOptions", results: 1) { (_, machine, base) throws(Trap.Reason) in
      let (left, right) = (machine.string(base[0]), machine.string(base[1]))
      machine.fuel -= left.utf8.count + right.utf8.count
      let options = TextOptions(rawValue: Int(base[2].i))
      let (first, second) = (ComparedText(left[...], options).text, ComparedText(right[...], options).text)
      base[0].i =
        options.contains(.numeric) ? order(first, second) : first == second ? 0 : first < second ? -1 : 1
    },
  ]

  /// How two texts are ordered when digits in a row are the number that they write.
  private static func order(_ left: String, _ right: String) -> Int64 {
    var (first, second) = (left[...], right[...])
    while let one = first.first, let other = second.first {
      if one.isASCII, one.isNumber, other.isASCII, other.isNumber {
        let (number, otherNumber) = (takeNumber(&first), takeNumber(&second))
        if number != otherNumber {
          return (number.count, String(number)) < (otherNumber.count, String(otherNumber)) ? -1 : 1
        }
      } else {
        if one != other { return one < other ? -1 : 1 }
        first.removeFirst()
        second.removeFirst()
      }
    }
    return first.isEmpty ? second.isEmpty ? 0 : -1 : 1
  }

  /// Takes the digits that a text begins with; without the zeros in front.
  private static func takeNumber(_ text: inout Substring) -> Substring {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    text = text[digits.endIndex...]
    return digits.drop { $0 == "0" }
  }
}

/// What the prelude's `String.CompareOptions` ask for; the bits are Foundation's.
private struct TextOptions: OptionSet {
  let rawValue: Int
  static let caseInsensitive = TextOptions(rawValue: 1)
  static let backwards = TextOptions(rawValue: 4)
  static let anchored = TextOptions(rawValue: 8)
  static let numeric = TextOptions(rawValue: 64)
}

/// A text as it is compared, and where its pieces come from.
private struct ComparedText {
  private(set) var text = ""
  /// The offset in the original of each byte that begins what stands for a character of it, and of the end; -1 at
  /// other bytes.
  private var origins: [Int] = []

  init(_ original: Substring, _ options: TextOptions) {
    guard options.contains(.caseInsensitive) else {
      text = String(original)
      origins = Array(0...text.utf8.count)
      return
    }
    var offset = 0
    for character in original {
      // Both ways: "ß" is "SS" in capitals.
      let folded = character.uppercased().lowercased()
      origins.append(offset)
      origins += repeatElement(-1, count: folded.utf8.count - 1)
      offset += character.utf8.count
      text += folded
    }
    origins.append(offset)
  }

  /// Where a text stands in this one, in offsets of the original.
  func range(of sought: String, _ options: TextOptions) -> Range<Int>? {
    let search = TextSearch(for: sought, in: text[...])
    var found: Range<Int>?
    _ = search.first(from: 0) { place in
      let isAnchored =
        options.contains(.backwards) ? place.upperBound == search.end : place.lowerBound == 0
      guard origins[place.lowerBound] >= 0, origins[place.upperBound] >= 0,
        isAnchored || !options.contains(.anchored)
      else { return false }
      found = origins[place.lowerBound]..<origins[place.upperBound]
      return !options.contains(.backwards)
    }
    return found
  }
}
