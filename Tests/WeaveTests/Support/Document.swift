/// An HTML document as far as tests look: elements in order, and what is wrong with its structure.
///
/// Stricter than a browser: every element but the void ones must be closed where it was opened, or where HTML closes it
/// by itself, attributes must be unique, and `<` and `&` in text and attributes must be escaped.
struct Document {
  struct Element {
    var name: String
    var attributes: [String: String] = [:]
  }

  private(set) var elements: [Element] = []
  private(set) var problems: [String] = []

  private static let void: Set<String> = ["br", "hr", "img", "input", "link", "meta"]
  /// Elements whose end tag may be left out.
  private static let mayStayOpen: Set<String> = ["body", "head", "html", "li", "p", "td", "th", "tr"]
  private static let phrasing: Set<String> = [
    "a", "b", "bdi", "br", "button", "code", "em", "i", "img", "input", "label", "math", "mark", "q", "s",
    "samp",
    "small", "span", "strong", "sup", "svg", "u",
  ]

  /// Whether an element without an end tag ends where another starts.
  private static func isEnded(_ element: String, by next: String) -> Bool {
    switch element {
    case "head": next == "body"
    case "p": !phrasing.contains(next)
    case "li", "tr": next == element
    case "td", "th": ["td", "th", "tr"].contains(next)
    default: false
    }
  }

  private static let references: Set<String> = ["amp", "lt", "gt", "quot", "#39"]

  var identifiers: [String] { elements.compactMap { $0.attributes["id"] } }

  /// The values of an attribute in all elements of a name.
  func values(of attribute: String, in name: String) -> [String] {
    elements.filter { $0.name == name }.compactMap { $0.attributes[attribute] }
  }

  init(_ html: String) {
    var scanner = Scanner(rest: Array(html.utf8)[...])
    var open: [String] = []
    if html.hasPrefix("<!DOCTYPE html>") { scanner.rest = scanner.rest.dropFirst(15) }
    while !scanner.rest.isEmpty {
      let text = scanner.text(until: "<")
      check(text, isScript: open.last == "script" || open.last == "style")
      guard !scanner.rest.isEmpty else { break }
      if open.last == "script", !scanner.starts(with: "</script") {
        scanner.rest = scanner.rest.dropFirst()
        continue
      }
      if scanner.skip("</") {
        let name = scanner.text(until: ">")
        _ = scanner.skip(">")
        while let last = open.last, last != name, Self.mayStayOpen.contains(last) { open.removeLast() }
        if open.popLast() != name { problems.append("</\(name)> closes nothing that is open") }
        continue
      }
      _ = scanner.skip("<")
      let name = scanner.name()
      while let last = open.last, Self.isEnded(last, by: name) { open.removeLast() }
      if name.isEmpty { problems.append("stray < before '\(scanner.text(until: ">").prefix(20))'") }
      var element = Element(name: name)
      var isClosed = false
      while true {
        scanner.space()
        if scanner.skip("/>") {
          isClosed = true
          break
        }
        if scanner.skip(">") || scanner.rest.isEmpty { break }
        let attribute = scanner.name()
        if attribute.isEmpty {
          problems.append("bad attribute in <\(name)>")
          _ = scanner.text(until: ">")
          continue
        }
        var value = ""
        if scanner.skip("=") {
          if scanner.skip("\"") {
            value = scanner.text(until: "\"")
            _ = scanner.skip("\"")
          } else {
            value = scanner.unquotedValue()
          }
        }
        check(value, isScript: false)
        if element.attributes.updateValue(Self.unescaped(value), forKey: attribute) != nil {
          problems.append("\(attribute) twice in <\(name)>")
        }
      }
      elements.append(element)
      if !isClosed, !Self.void.contains(name) { open.append(name) }
    }
    open.removeAll(where: Self.mayStayOpen.contains)
    if !open.isEmpty { problems.append("never closed: \(open)") }
    var seen: Set<String> = []
    for identifier in identifiers where !seen.insert(identifier).inserted {
      problems.append("id '\(identifier)' twice")
    }
  }

  private mutating func check(_ text: String, isScript: Bool) {
    guard !isScript else { return }
    // Bytes, for a Character with a combining mark would hide what a browser sees.
    let utf8 = Array(text.utf8)
    if utf8.contains(UInt8(ascii: "<")) {
      problems.append("unescaped in '\(text.prefix(40))'")
    }
    for piece in utf8.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false).dropFirst() {
      let reference = String(decoding: piece.prefix { $0 != UInt8(ascii: ";") }, as: UTF8.self)
      if !Self.references.contains(reference) { problems.append("bare & before '\(reference.prefix(20))'") }
    }
    for scalar in text.unicodeScalars where scalar.value < 32 && !"\n\t\r".unicodeScalars.contains(scalar) {
      problems.append("control character \(scalar.value)")
    }
  }

  private static func unescaped(_ text: String) -> String {
    text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }

  private struct Scanner {
    var rest: ArraySlice<UInt8>

    func starts(with text: String) -> Bool { rest.starts(with: text.utf8) }

    mutating func skip(_ text: String) -> Bool {
      guard starts(with: text) else { return false }
      rest = rest.dropFirst(text.utf8.count)
      return true
    }

    mutating func space() { rest = rest.drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 } }

    mutating func text(until end: Character) -> String {
      let text = rest.prefix { $0 != end.asciiValue }
      rest = rest.dropFirst(text.count)
      return String(decoding: text, as: UTF8.self)
    }

    /// What may stand for a value without quotation marks (the HTML Standard, "Unquoted attribute value syntax").
    mutating func unquotedValue() -> String {
      let value = rest.prefix { $0 > 0x20 && !"\"'=<>`".utf8.contains($0) }
      rest = rest.dropFirst(value.count)
      return String(decoding: value, as: UTF8.self)
    }

    mutating func name() -> String {
      let name = rest.prefix {
        ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2D || $0 == 0x3A
          || $0 == 0x5F
      }
      rest = rest.dropFirst(name.count)
      return String(decoding: name, as: UTF8.self)
    }
  }
}
