import CMachine
import VirtualMachine

/// Host functions that look into strings. Places in a string are offsets in its UTF-8.
extension HostFunction {
  static let textPlaces: [HostFunction] = [
    HostFunction(name: "textMove", results: 1) { (_, machine, base) throws(Trap.Reason) in
      let text = machine.string(base[0])
      let by = Int(base[4].i)
      // -1 and -2 ask for a move from one end that stops at the other.
      let from = base[3].i
      let isClamped = from < 0
      let start = from == -1 ? base[1].i : from == -2 ? base[2].i : from
      let slice = try slice(text, base[1].i, base[2].i)
      let index = try index(text, start)
      guard index >= slice.startIndex, index <= slice.endIndex else { throw .indexOutOfRange }
      machine.fuel -= abs(by)
      let limit = by < 0 ? slice.startIndex : slice.endIndex
      if let moved = slice.index(index, offsetBy: by, limitedBy: limit) {
        base[0].i = offset(text, moved)
      } else if isClamped {
        base[0].i = offset(text, limit)
      } else {
        throw .indexOutOfRange
      }
    },
    HostFunction(name: "textCharacter", results: 1) { (_, machine, base) throws(Trap.Reason) in
      let text = machine.string(base[0])
      guard base[2].i < base[1].i else { throw .indexOutOfRange }
      let index = try index(text, base[2].i)
      guard index < text.endIndex else { throw .indexOutOfRange }
      base[0] = try machine.makeCharacter(text[index])
    },
    HostFunction(name: "textSlice", results: 1) { (_, machine, base) throws(Trap.Reason) in
      let text = machine.string(base[0])
      base[0] = try machine.makeString(String(try slice(text, base[1].i, base[2].i)))
    },
    HostFunction(name: "textCount", results: 1) { (_, machine, base) throws(Trap.Reason) in
      let text = machine.string(base[0])
      machine.fuel -= Int(max(base[2].i - base[1].i, 0)) / 4
      base[0].i = Int64(try slice(text, base[1].i, base[2].i).count)
    },
    HostFunction(name: "textSplit", results: 1) { (_, machine, base) throws(Trap.Reason) in
      let text = machine.string(base[0])
      let slice = try slice(text, base[1].i, base[2].i)
      let separator = machine.string(base[3])
      let most = Int(base[4].i)
      guard most >= 0 else { throw .negativeCount }
      machine.fuel -= slice.utf8.count / 2
      let parts: [Substring]
      if separator.count == 1, let character = separator.first {
        parts = slice.split(separator: character, maxSplits: most, omittingEmptySubsequences: base[5].i != 0)
      } else {
        parts = split(slice, separator, most, omitting: base[5].i != 0)
      }
      base[0] = try machine.makeArray(
        parts.flatMap {
          [TramaSlot(i: offset(text, $0.startIndex)), TramaSlot(i: offset(text, $0.endIndex))]
        })
    },
    HostFunction(name: "textFind", results: 1) { (_, machine, base) throws(Trap.Reason) in
      let text = machine.string(base[0])
      let slice = try slice(text, base[1].i, base[2].i)
      machine.fuel -= slice.utf8.count / 4
      let found = TextSearch(for: machine.string(base[3]), in: slice).first(from: 0)
      base[0].i = found.map { offset(text, slice.startIndex) + Int64($0.lowerBound) } ?? -1
    },
    HostFunction(name: "textReplace", results: 1) { (_, machine, base) throws(Trap.Reason) in
      var text = machine.string(base[0])
      let range = try slice(text, base[1].i, base[2].i)
      machine.fuel -= text.utf8.count / 8
      text.replaceSubrange(range.startIndex..<range.endIndex, with: machine.string(base[3]))
      base[0] = try machine.makeString(text)
    },
    HostFunction(name: "textChange", results: 1) { (_, machine, base) throws(Trap.Reason) in
      let text = machine.string(base[0])
      let new = machine.string(base[2])
      machine.fuel -= text.utf8.count
      let parts = split(Substring(text), machine.string(base[1]), Int.max, omitting: false)
      guard parts.count.multipliedReportingOverflow(by: new.utf8.count + 1).partialValue < 1 << 28 else {
        throw .limit(.heap)
      }
      base[0] = try machine.makeString(parts.joined(separator: new))
    },
    HostFunction(name: "textComponents", results: 1) { (_, machine, base) throws(Trap.Reason) in
      let text = machine.string(base[0])
      machine.fuel -= text.utf8.count
      let parts = split(Substring(text), machine.string(base[1]), Int.max, omitting: false)
      base[0] = try machine.makeStrings(parts.map(String.init))
    },
    HostFunction(name: "textTrim", results: 1) { (_, machine, base) throws(Trap.Reason) in
      let contains = characterSet(Int(base[1].i), machine.string(base[2]))
      var scalars = machine.string(base[0]).unicodeScalars[...]
      while let first = scalars.first, contains(first) { scalars.removeFirst() }
      while let last = scalars.last, contains(last) { scalars.removeLast() }
      base[0] = try machine.makeString(String(scalars))
    },
    HostFunction(name: "textParts", results: 1) { (_, machine, base) throws(Trap.Reason) in
      let contains = characterSet(Int(base[1].i), machine.string(base[2]))
      let text = machine.string(base[0])
      machine.fuel -= text.utf8.count
      let parts = text.unicodeScalars.split(omittingEmptySubsequences: false, whereSeparator: contains)
      base[0] = try machine.makeStrings(parts.map { String($0) })
    },
    HostFunction(name: "textPad", results: 1) { (_, machine, base) throws(Trap.Reason) in
      let text = machine.string(base[0])
      let padding = Array(machine.string(base[2]))
      let length = Int(base[1].i)
      guard length >= 0, length < 1 << 24, base[3].i >= 0, base[3].i < max(padding.count, 1) else {
        throw .indexOutOfRange
      }
      var padded = String(text.prefix(length))
      var next = Int(base[3].i)
      for _ in 0..<max(length - text.count, 0) where !padding.isEmpty {
        padded.append(padding[next])
        next = (next + 1) % padding.count
      }
      base[0] = try machine.makeString(padded)
    },
    HostFunction(name: "capitalized", results: 1) { (_, machine, base) throws(Trap.Reason) in
      var result = ""
      var isInWord = false
      for character in machine.string(base[0]) {
        if isInWord {
          result += character.lowercased()
        } else {
          let scalars = character.unicodeScalars
          result += scalars.first.map(\.properties.titlecaseMapping) ?? ""
          result.unicodeScalars.append(contentsOf: scalars.dropFirst())
        }
        isInWord = character.isLetter || (isInWord && (character == "'" || character == "’"))
      }
      base[0] = try machine.makeString(result)
    },
    HostFunction(name: "utf8Count", results: 1) { (_, machine, base) throws(Trap.Reason) in
      base[0].i = Int64(machine.string(base[0]).utf8.count)
    },
    HostFunction(name: "utf8", results: 1) { (_, machine, base) throws(Trap.Reason) in
      base[0] = try machine.makeArray(machine.string(base[0]).utf8.map { TramaSlot(i: Int64($0)) })
    },
    HostFunction(name: "textByte", results: 1) { (_, machine, base) throws(Trap.Reason) in
      let text = machine.string(base[0])
      let index = try index(text, base[1].i)
      guard index < text.endIndex else { throw .indexOutOfRange }
      base[0].i = Int64(text.utf8[index])
    },
    HostFunction(name: "textScalar", results: 1) { (_, machine, base) throws(Trap.Reason) in
      let text = machine.string(base[0])
      let index = try index(text, base[1].i)
      guard index < text.endIndex else { throw .indexOutOfRange }
      base[0].i = Int64(text.unicodeScalars[index].value)
    },
    HostFunction(name: "utf16", results: 1) { (_, machine, base) throws(Trap.Reason) in
      base[0] = try machine.makeArray(machine.string(base[0]).utf16.map { TramaSlot(i: Int64($0)) })
    },
    HostFunction(name: "scalars", results: 1) { (_, machine, base) throws(Trap.Reason) in
      base[0] = try machine.makeArray(
        machine.string(base[0]).unicodeScalars.map { TramaSlot(i: Int64($0.value)) })
    },
    HostFunction(name: "decodeUTF8", results: 1) { (_, machine, base) throws(Trap.Reason) in
      let bytes = machine.elements(base[0]).map { UInt8(truncatingIfNeeded: $0.i) }
      base[0] = try machine.makeString(String(decoding: bytes, as: UTF8.self))
    },
    HostFunction(name: "scalarCharacter", results: 1) { (_, machine, base) throws(Trap.Reason) in
      base[0] = try machine.makeString(String(Character(scalar(base[0]))))
    },
    HostFunction(name: "scalarFact", results: 1) { (_, _, base) throws(Trap.Reason) in
      let properties = scalar(base[0]).properties
      let holds =
        switch base[1].i {
        case 0: properties.isAlphabetic
        case 1: properties.isWhitespace
        case 2: properties.isUppercase
        case 3: properties.isLowercase
        case 4: properties.isEmoji
        case 5: properties.isEmojiPresentation
        case 6: properties.isMath
        case 7: properties.isDiacritic
        default: false
        }
      base[0].i = holds ? 1 : 0
    },
    HostFunction(name: "scalarName", results: 1) { (_, machine, base) throws(Trap.Reason) in
      base[0] = try machine.makeString(scalar(base[0]).properties.name ?? "")
    },
    HostFunction(name: "radixText", results: 1) { (_, machine, base) throws(Trap.Reason) in
      guard (2...36).contains(base[2].i) else { throw .message("the radix of a number is from 2 to 36") }
      let radix = Int(base[2].i)
      let uppercase = base[3].i != 0
      base[0] = try machine.makeString(
        base[1].i != 0
          ? String(base[0].u, radix: radix, uppercase: uppercase)
          : String(base[0].i, radix: radix, uppercase: uppercase))
    },
    HostFunction(name: "characterFact", results: 2) { (_, machine, base) throws(Trap.Reason) in
      let character = machine.string(base[0]).first ?? " "
      let value: Int? =
        switch base[1].i {
        case 0: character.asciiValue.map { Int($0) }
        case 1: character.wholeNumberValue
        case 2: character.hexDigitValue
        case 3: character.isNewline ? 1 : nil
        case 4: character.isSymbol ? 1 : nil
        case 5: character.isASCII ? 1 : nil
        case 6: character.isCased ? 1 : nil
        case 7: character.isMathSymbol ? 1 : nil
        case 8: character.isCurrencySymbol ? 1 : nil
        default: nil
        }
      base[0].i = value == nil ? 0 : 1
      base[1].i = Int64(value ?? 0)
    },
    HostFunction(name: "format", results: 1) { (engine, machine, base) throws(Trap.Reason) in
      var formatter = TextFormatter(engine: engine, machine: machine, scratch: base + scratch)
      base[0] = try machine.makeString(
        try formatter.format(machine.string(base[0]), machine.elements(base[1])))
    },
    HostFunction(name: "random64", results: 1) { (engine, _, base) throws(Trap.Reason) in
      base[0].u = engine.nextRandom()
    },
  ]

  private static func index(_ text: String, _ offset: Int64) throws(Trap.Reason) -> String.Index {
    guard offset >= 0, offset <= text.utf8.count else { throw .indexOutOfRange }
    return text.utf8.index(text.startIndex, offsetBy: Int(offset))
  }

  private static func offset(_ text: String, _ index: String.Index) -> Int64 {
    Int64(text.utf8.distance(from: text.startIndex, to: index))
  }

  static func slice(
    _ text: String, _ from: Int64, _ to: Int64
  ) throws(Trap.Reason) -> Substring {
    guard from <= to else { throw .indexOutOfRange }
    return text[try index(text, from)..<(try index(text, to))]
  }

  private static func scalar(_ slot: TramaSlot) -> Unicode.Scalar {
    Unicode.Scalar(UInt32(truncatingIfNeeded: slot.i)) ?? "\u{FFFD}"
  }

  private static func split(
    _ text: Substring, _ separator: String, _ most: Int, omitting: Bool
  ) -> [Substring] {
    let search = TextSearch(for: separator, in: text)
    var parts: [Substring] = []
    var start = 0
    while parts.count < most, let found = search.first(from: start) {
      if !omitting || start < found.lowerBound { parts.append(search.piece(start..<found.lowerBound)) }
      start = found.upperBound
    }
    if !omitting || start < search.end { parts.append(search.piece(start..<search.end)) }
    return parts
  }

  /// Whether a scalar is in a set of characters; the bits are the prelude's.
  private static func characterSet(_ kinds: Int, _ characters: String) -> (Unicode.Scalar) -> Bool {
    let own = Set(characters.unicodeScalars)
    return { scalar in
      let properties = scalar.properties
      let category = properties.generalCategory
      var isIn = kinds & 256 != 0 && own.contains(scalar)
      if kinds & 1 != 0 { isIn = isIn || scalar == "\t" || category == .spaceSeparator }
      if kinds & 2 != 0 {
        isIn = isIn || "\n\u{B}\u{C}\r\u{85}\u{2028}\u{2029}".unicodeScalars.contains(scalar)
      }
      let isLetter =
        [
          .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
          .nonspacingMark,
          .spacingMark, .enclosingMark,
        ].contains(category)
      if kinds & 4 != 0 { isIn = isIn || isLetter }
      if kinds & 8 != 0 { isIn = isIn || category == .decimalNumber }
      if kinds & 16 != 0 {
        isIn =
          isIn
          || [
            .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation,
          ].contains(category)
      }
      if kinds & 32 != 0 { isIn = isIn || category == .uppercaseLetter || category == .titlecaseLetter }
      if kinds & 64 != 0 { isIn = isIn || category == .lowercaseLetter }
      if kinds & 128 != 0 {
        isIn = isIn || isLetter || [.decimalNumber, .letterNumber, .otherNumber].contains(category)
      }
      return isIn != (kinds & 512 != 0)
    }
  }
}
