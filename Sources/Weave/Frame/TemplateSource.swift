import Diagnostics
import Mustache

/// A template as a course brings it, checked before it is used.
///
/// Templates include only those made for it, and neither change their delimiters nor nest sections deeply, so
/// filling one in always ends; and they name only values that there are, so a misspelt name is an error instead of a gap.
struct TemplateSource {
  /// The deepest nesting of sections.
  static let deepest = 16

  /// Reads a template.
  ///
  /// - Parameters:
  ///   - known: The values that it may name.
  ///   - parts: The templates that it may include.
  /// - Throws: `theme.template` or `theme.value` at the tag that is wrong.
  static func template(
    _ source: SourceText, known: Set<String>, parts: Set<String>
  ) throws(Diagnostic) -> MustacheTemplate {
    try check(source, known, parts)
    do {
      return try MustacheTemplate(string: source.text)
    } catch {
      let context = (error as? MustacheTemplate.ParserError)?.context
      let line = min(max((context?.lineNumber ?? 1) - 1, 0), source.lineStarts.count - 1)
      let start = source.lineStarts[line]
      throw problem(
        source, start..<start + source.line(line).utf8.count,
        "this template cannot be read: \(words((error as? MustacheTemplate.ParserError)?.error))")
    }
  }

  private static func check(
    _ source: SourceText, _ known: Set<String>, _ parts: Set<String>
  ) throws(Diagnostic) {
    let bytes = Array(source.text.utf8)
    var open: [(name: String, range: Range<Int>)] = []
    var position = 0
    while let start = bytes[position...].firstRange(of: "{{".utf8)?.lowerBound {
      guard let end = bytes[start...].firstRange(of: "}}".utf8)?.upperBound else {
        throw problem(source, start..<bytes.count, "this tag has no '}}'")
      }
      position = end
      var tag = bytes[start + 2..<end - 2].drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "{") }
      let mark = tag.first.map { Character(Unicode.Scalar($0)) } ?? " "
      if "#^/&>".contains(mark) { tag = tag.dropFirst() }
      let name = String(decoding: tag, as: UTF8.self).filter { $0 != " " }
      switch mark {
      case "!", "%": continue
      case ">" where parts.contains(name): continue
      case ">":
        let known = parts.sorted().map { "'\($0)'" }.joined(separator: ", ")
        throw problem(
          source, start..<end,
          "this template cannot include '\(name)'; "
            + (known.isEmpty ? "it can include none" : "it can include \(known)"))
      case "=", "<", "$":
        throw problem(
          source, start..<end,
          "a template can neither change its delimiters nor inherit from another; write it out here")
      case "#", "^": open.append((name, start..<end))
      case "/":
        guard let section = open.popLast(), section.name == name else {
          throw problem(source, start..<end, "this tag ends no section that is open here")
        }
        continue
      default: break
      }
      if open.count > deepest {
        throw problem(source, start..<end, "sections nest at most \(deepest) levels deep")
      }
      for part in name.split(separator: ".") where !known.contains(String(part)) {
        throw Diagnostic(
          .error, "theme.value", file: source.name, range: start..<end,
          "'\(part)' is no value of this template"
            + LinkResolver.suggestion(String(part), among: known.sorted()))
      }
    }
    if let section = open.last { throw problem(source, section.range, "this section has no end") }
  }

  private static func problem(_ source: SourceText, _ range: Range<Int>, _ message: String) -> Diagnostic {
    Diagnostic(.error, "theme.template", file: source.name, range: range, message)
  }

  private static func words(_ error: (any Error)?) -> String {
    switch error as? MustacheTemplate.Error {
    case .unfinishedName: "a tag is not finished"
    case .invalidConfigVariableSyntax, .unrecognisedConfigVariable: "a '{{%' tag says something unknown"
    case .sectionCloseNameIncorrect, .expectedSectionEnd: "a section does not end"
    default: "a tag is malformed"
    }
  }
}
