import Diagnostics

/// One setting of a cell or a recording, from its info string or a `//|` line.
struct OptionSetting {
  enum Value {
    /// The name stands alone.
    case flag
    case text(String)
    /// A YAML value that is no text, number or truth value.
    case other
  }

  var name: String
  var value: Value
  /// Where all of it stands, and its value.
  var range: Range<Int>
  var valueRange: Range<Int>
  /// How its text is quoted and where it stands; nil where escapes or line breaks make the source differ from it.
  var verbatim: (quoting: InlineCell.Quoting, range: Range<Int>)?
}

/// What stands after the language in an info string: `#label .class key=value key="quoted value" flag`.
struct Attributes {
  private(set) var classes: [String] = []
  /// In order; `#label` is the setting `label`.
  private(set) var settings: [OptionSetting] = []

  init(_ lines: SourceLines, _ range: Range<Int>, _ diagnostics: inout [Diagnostic]) {
    var position = lines.skippingBlanks(from: range.lowerBound, to: range.upperBound)
    while position < range.upperBound {
      let start = position
      var quote: Int?
      while position < range.upperBound, quote != nil || !lines.bytes[position].isBlank {
        switch lines.bytes[position] {
        case UInt8(ascii: "\""): quote = quote == nil ? position : nil
        case UInt8(ascii: "\\") where quote != nil && position + 1 < range.upperBound: position += 1
        default: break
        }
        position += 1
      }
      if let quote {
        diagnostics.append(
          Diagnostic(
            .error, "option.quote", file: lines.source.name, range: quote..<range.upperBound,
            "this quotation mark is never closed"))
      } else {
        read(lines, start..<position)
      }
      position = lines.skippingBlanks(from: position, to: range.upperBound)
    }
  }

  private mutating func read(_ lines: SourceLines, _ range: Range<Int>) {
    let rest = range.lowerBound + 1..<range.upperBound
    switch lines.bytes[range.lowerBound] {
    case UInt8(ascii: "#"):
      settings.append(
        OptionSetting(name: "label", value: .text(lines.string(rest)), range: range, valueRange: rest))
    case UInt8(ascii: "."):
      classes.append(lines.string(rest))
    default:
      guard let equals = range.first(where: { lines.bytes[$0] == UInt8(ascii: "=") }) else {
        settings.append(
          OptionSetting(name: lines.string(range), value: .flag, range: range, valueRange: range))
        return
      }
      let value = equals + 1..<range.upperBound
      settings.append(
        OptionSetting(
          name: lines.string(range.lowerBound..<equals), value: .text(Self.unquoted(lines, value)),
          range: range,
          valueRange: value.isEmpty ? range : value, verbatim: Self.verbatim(lines, value)))
    }
  }

  /// The place of a value in which nothing is escaped: all in quotation marks, or without any.
  private static func verbatim(
    _ lines: SourceLines, _ range: Range<Int>
  ) -> (InlineCell.Quoting, Range<Int>)? {
    let bytes = lines.bytes[range]
    guard bytes.contains(UInt8(ascii: "\"")) else { return (.plain, range) }
    let inner = bytes.dropFirst().dropLast()
    guard bytes.count >= 2, bytes.first == UInt8(ascii: "\""), bytes.last == UInt8(ascii: "\""),
      !inner.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") })
    else { return nil }
    return (.double, inner.startIndex..<inner.endIndex)
  }

  /// A value without its quotation marks and the backslashes before escaped characters.
  private static func unquoted(_ lines: SourceLines, _ range: Range<Int>) -> String {
    guard lines.bytes[range].contains(UInt8(ascii: "\"")) else { return lines.string(range) }
    var bytes: [UInt8] = []
    var isEscaped = false
    for byte in lines.bytes[range] {
      if !isEscaped, byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else {
        if isEscaped || byte != UInt8(ascii: "\"") { bytes.append(byte) }
        isEscaped = false
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
