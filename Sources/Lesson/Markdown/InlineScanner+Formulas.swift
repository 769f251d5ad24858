/// Where a formula stands in a region's text.
struct FormulaBounds {
  /// With the delimiters.
  var whole: Range<Int>
  var tex: Range<Int>
  var isDisplay: Bool
}

extension InlineScanner {
  /// `$…$` by pandoc's rules, or `` $`…`$ ``.
  mutating func inlineFormula(at start: Int) -> FormulaBounds? {
    guard start + 2 < text.count else { return nil }
    if text.bytes[start + 1] == UInt8(ascii: "`"), let close = find("`$", from: start + 3) {
      return FormulaBounds(whole: start..<close + 2, tex: start + 2..<close, isDisplay: false)
    }
    guard !text.bytes[start + 1].isSpace else { return nil }
    var position = start + 1
    while position < text.count {
      switch text.bytes[position] {
      case UInt8(ascii: "$"):
        let after = position + 1
        let isCloser = position > start + 1 && !text.bytes[position - 1].isSpace
        guard isCloser, after == text.count || !text.bytes[after].isDigit else { return nil }
        return FormulaBounds(whole: start..<after, tex: start + 1..<position, isDisplay: false)
      case UInt8(ascii: "\\"):
        position = endOfCommand(at: position)
      default:
        position += 1
      }
    }
    return nil
  }

  /// `$$…$$`, in which single dollars may stand.
  mutating func displayFormula(at start: Int) -> FormulaBounds? {
    guard find("$$", from: start + 2) != nil else { return nil }
    var position = start + 2
    while position < text.count {
      switch text.bytes[position] {
      case UInt8(ascii: "$") where position + 1 < text.count && text.bytes[position + 1] == UInt8(ascii: "$"):
        return FormulaBounds(whole: start..<position + 2, tex: start + 2..<position, isDisplay: true)
      case UInt8(ascii: "\\"):
        position += 2
      default:
        position += 1
      }
    }
    return nil
  }

  /// The position after a backslash and what it escapes; after all of a `\text{…}`, which may hold dollars.
  private mutating func endOfCommand(at start: Int) -> Int {
    guard !hasOpenText, text.bytes[start...].starts(with: "\\text{".utf8) else { return start + 2 }
    var depth = 0
    var position = start + 5
    while position < text.count {
      switch text.bytes[position] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "\\"): position += 1
      default: break
      }
      position += 1
      if depth == 0 { return position }
    }
    hasOpenText = true
    return start + 2
  }
}

extension FormulaSpan {
  /// A formula found in a region; its index comes later.
  init(text: RegionText, bounds: FormulaBounds) {
    let tex = text.string(bounds.tex)
    var offsets = [text.offset(bounds.tex.lowerBound)]
    for position in bounds.tex where text.bytes[position] == .newline {
      offsets.append(text.offset(position + 1))
    }
    self.init(
      index: 0, tex: tex, isDisplay: bounds.isDisplay, lineOffsets: offsets, range: text.source(bounds.whole),
      unverified: nil)
  }
}

extension SourceLines {
  /// The reason of an `<!-- unverified: reason -->` right after an offset, on its line or at the start of the
  /// next.
  func exemption(after offset: Int) -> String? {
    let line = source.lineIndex(of: offset)
    var start = skippingBlanks(from: offset, to: content(of: line).upperBound)
    if start == content(of: line).upperBound, line + 1 < count {
      start = textStart(ofLine: line + 1, quotes: .max)
    }
    // A comment that runs on for longer is none of ours, and many formulas may look at the same one.
    let window = bytes[start..<min(start + 1000, bytes.count)]
    guard window.starts(with: "<!--".utf8) else { return nil }
    var end = start + 4
    while end + 3 <= window.endIndex, !bytes[end...].starts(with: "-->".utf8) { end += 1 }
    guard end + 3 <= window.endIndex else { return nil }
    let words = string(start + 4..<end).split(whereSeparator: \.isWhitespace)
    guard let first = words.first, first.hasPrefix("unverified:") else { return nil }
    return ([first.dropFirst("unverified:".count)] + words.dropFirst()).filter { !$0.isEmpty }
      .joined(separator: " ")
  }
}
