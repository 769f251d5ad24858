import Diagnostics
import Yams

/// A value of a YAML mapping with its place.
struct YAMLValue {
  let node: Node
  let place: YAMLPlace
  /// The source range of its text's first line; of its key where the value is empty.
  let range: Range<Int>

  init(node: Node, place: YAMLPlace, key: Range<Int>) {
    self.node = node
    self.place = place
    let range = place.rest(from: node.mark)
    self.range = range.isEmpty || node.mark == nil ? key : range
  }

  /// The text of a scalar that is not null.
  var text: String? {
    guard let scalar = node.scalar else { return nil }
    if scalar.style == .plain, ["", "~", "null", "Null", "NULL"].contains(scalar.string) { return nil }
    return scalar.string
  }

  /// The elements of a sequence.
  var elements: [YAMLValue]? {
    node.sequence.map { $0.map { YAMLValue(node: $0, place: place, key: range) } }
  }

  /// The entries of a mapping.
  var entries: [YAMLMapping.Entry]? {
    node.mapping.map { mapping in
      mapping.map { key, value in
        let range = place.token(at: key.mark)
        return YAMLMapping.Entry(
          key: key.scalar?.string ?? "", keyRange: range,
          value: YAMLValue(node: value, place: place, key: range))
      }
    }
  }

  /// How a scalar that stands in the source as it is was quoted, and the source range of its text; nil where
  /// escapes or line breaks make source and value differ.
  var verbatim: (quoting: InlineCell.Quoting, range: Range<Int>)? {
    guard let text, !text.isEmpty, range.lowerBound < place.lines.bytes.count else { return nil }
    let quoting: InlineCell.Quoting
    switch place.lines.bytes[range.lowerBound] {
    case UInt8(ascii: "'"): quoting = .single
    case UInt8(ascii: "\""): quoting = .double
    default: quoting = .plain
    }
    let start = range.lowerBound + (quoting == .plain ? 0 : 1)
    let end = start + text.utf8.count
    guard end <= range.upperBound, place.lines.bytes[start..<end].elementsEqual(text.utf8) else { return nil }
    return (quoting, start..<end)
  }
}

/// Collects what is wrong with the keys and values of a mapping.
struct YAMLProblems {
  let file: String
  /// `front matter`: what the mapping is, for messages.
  let what: String
  /// `front-matter`: how the ids start.
  let id: String
  private(set) var diagnostics: [Diagnostic] = []

  init(file: String, what: String, id: String) {
    self.file = file
    self.what = what
    self.id = id
  }

  mutating func unknown(_ entry: YAMLMapping.Entry, known: [String]) {
    let near = nearest(entry.key, among: known)
    diagnostics.append(
      Diagnostic(
        .error, "\(id).key", file: file, range: entry.keyRange,
        "'\(entry.key)' is no key of the \(what)"
          + (near.map { "; did you mean '\($0)'?" } ?? "; it has \(known.joined(separator: ", "))"),
        fix: near.map {
          Diagnostic.Fix("replace '\(entry.key)' with '\($0)'", range: entry.keyRange, replacement: $0)
        }))
  }

  /// Adds an error whose id ends with `kind`.
  mutating func add(_ kind: String, _ range: Range<Int>, _ message: String) {
    diagnostics.append(Diagnostic(.error, "\(id).\(kind)", file: file, range: range, message))
  }

  mutating func wrong(_ key: String, _ range: Range<Int>, _ needs: String) {
    add("value", range, "'\(key)' must be \(needs)")
  }

  mutating func text(_ entry: YAMLMapping.Entry) -> String? {
    guard let text = entry.value.text, !text.isEmpty else {
      wrong(entry.key, entry.value.range, "a text")
      return nil
    }
    return text
  }

  /// One text, or a list of texts.
  mutating func texts(_ entry: YAMLMapping.Entry) -> [String] {
    if let text = entry.value.text { return [text] }
    let texts = entry.value.elements?.map(\.text) ?? [nil]
    let found = texts.compactMap { $0 }
    if found.count < texts.count { wrong(entry.key, entry.value.range, "a text or a list of texts") }
    return found
  }

  mutating func truth(_ entry: YAMLMapping.Entry) -> Bool? {
    switch entry.value.text {
    case "true": return true
    case "false": return false
    default:
      wrong(entry.key, entry.value.range, "true or false")
      return nil
    }
  }

  /// Control sequences with the TeX that they stand for; those that are none are left out.
  mutating func macros(_ entry: YAMLMapping.Entry) -> [String: String] {
    guard let entries = entry.value.entries else {
      wrong(entry.key, entry.value.range, "a list of commands with their TeX, as in '\\R': '\\mathbb{R}'")
      return [:]
    }
    var macros: [String: String] = [:]
    for macro in entries {
      let name = macro.key.dropFirst()
      let isWord = !name.isEmpty && name.utf8.allSatisfy(\.isASCIILetter)
      guard macro.key.hasPrefix("\\"), isWord || name.unicodeScalars.count == 1 else {
        add("macro", macro.keyRange, "'\(macro.key)' is no command: it needs a backslash and letters")
        continue
      }
      guard let text = macro.value.text, text.utf8.count <= Self.longestMacro else {
        add("macro", macro.value.range, "'\(macro.key)' needs TeX of at most \(Self.longestMacro) bytes")
        continue
      }
      macros[macro.key] = text
    }
    return macros
  }

  private static let longestMacro = 1000

  mutating func languageTag(_ text: String, _ key: String, _ range: Range<Int>) -> String? {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let isTag = parts.allSatisfy { part in
      (1...8).contains(part.count) && part.allSatisfy { $0.isASCIILetter || $0.isDigit }
    }
    guard isTag, parts[0].count >= 2 else {
      wrong(key, range, "a language tag such as 'es' or 'pt-BR'")
      return nil
    }
    return text
  }
}
