import Diagnostics
import Yams

/// The top level of a YAML mapping that stands in a source, with the place of every value.
struct YAMLMapping {
  /// One `key: value`.
  struct Entry {
    var key: String
    var keyRange: Range<Int>
    var value: YAMLValue
  }

  let place: YAMLPlace
  private(set) var entries: [Entry] = []

  /// Reads YAML text.
  ///
  /// - Parameters:
  ///   - text: The YAML, its lines ended by `\n`.
  ///   - place: Where its lines stand.
  ///   - what: What it is, for messages: `front matter`.
  /// - Throws: A diagnostic (`yaml.syntax`, `yaml.nesting`, `yaml.size`) at the line that is wrong.
  init(parsing text: String, at place: YAMLPlace, what: String) throws(Diagnostic) {
    self.place = place
    guard text.utf8.count <= Self.maximumSize else {
      throw Diagnostic(
        .error, "yaml.size", file: place.file, range: place.line(0),
        "the \(what) has \(text.utf8.count) bytes; at most \(Self.maximumSize) (1 MiB) are read")
    }
    if let line = Self.deepLine(in: text) {
      throw Diagnostic(
        .error, "yaml.nesting", file: place.file, range: place.line(line),
        "the \(what) nests more than \(Self.maximumDepth) levels deep")
    }
    let node: Node?
    do {
      // Without an encoding, Yams looks through the whole environment for one, each time.
      node = try Yams.compose(yaml: text, .default, .default, .utf8)
    } catch {
      let (line, problem, context) = Self.describe(error, in: text)
      var notes: [Diagnostic.Note] = []
      if let context {
        let range = place.rest(from: context.mark)
        notes = [Diagnostic.Note(context.text, at: Diagnostic.Place(file: place.file, range: range))]
      }
      throw Diagnostic(
        .error, "yaml.syntax", file: place.file, range: place.line(line),
        "the \(what) is not valid YAML: \(problem)", notes: notes)
    }
    guard let node, node != Node("") else { return }
    guard let mapping = node.mapping else {
      throw Diagnostic(
        .error, "yaml.syntax", file: place.file, range: place.line((node.mark?.line ?? 1) - 1),
        "the \(what) must consist of 'key: value' lines")
    }
    for (key, value) in mapping {
      let range = place.token(at: key.mark)
      entries.append(
        Entry(
          key: key.scalar?.string ?? "", keyRange: range,
          value: YAMLValue(node: value, place: place, key: range)))
    }
  }

  private static let maximumDepth = 64
  private static let maximumSize = 1 << 20

  /// The first line at which brackets or indentation nest too deep for a recursive parser.
  private static func deepLine(in text: String) -> Int? {
    var line = 0
    var depth = 0
    var marks = 0
    var isLeading = true
    for byte in text.utf8 {
      switch byte {
      case .newline:
        line += 1
        marks = 0
        isLeading = true
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        depth += 1
        isLeading = false
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth = max(depth - 1, 0)
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"):
        if isLeading { marks += 1 }
      default:
        isLeading = false
      }
      if depth > maximumDepth || marks > 3 * maximumDepth { return line }
    }
    return nil
  }

  private static func describe(
    _ error: any Error, in text: String
  ) -> (line: Int, problem: String, context: YamlError.Context?) {
    switch error as? YamlError {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      return (mark.line - 1, problem, context)
    case .reader(let problem, let offset, _, _):
      return (text.utf8.prefix(offset ?? 0).count { $0 == .newline }, problem, nil)
    case .duplicatedKeysInMapping(let duplicates, let context):
      let names = duplicates.map { "'\($0)'" }.joined(separator: ", ")
      return (context.mark.line - 1, "it gives \(names) twice", nil)
    default:
      return (0, "it cannot be read", nil)
    }
  }
}

/// Where the lines of a YAML text stand in a source.
struct YAMLPlace {
  let lines: SourceLines
  /// For each line of the YAML text, the source range of its text.
  let ranges: [Range<Int>]

  var file: String { lines.source.name }

  /// A line of the YAML text (clamped).
  func line(_ index: Int) -> Range<Int> {
    guard let last = ranges.last else { return 0..<0 }
    return ranges.indices.contains(index) ? ranges[index] : index < 0 ? ranges[0] : last
  }

  /// The source offset of a mark; libyaml counts columns in Unicode scalars.
  func offset(of mark: Mark?) -> Int {
    let range = line((mark?.line ?? 1) - 1)
    var column = (mark?.column ?? 1) - 1
    var offset = range.lowerBound
    while column > 0, offset < range.upperBound {
      offset += 1
      while offset < range.upperBound, lines.bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      column -= 1
    }
    return offset
  }

  /// From a mark to the `:` or the end of its line's text: a key.
  func token(at mark: Mark?) -> Range<Int> {
    let start = offset(of: mark)
    let limit = line((mark?.line ?? 1) - 1).upperBound
    var end = start
    while end < limit, lines.bytes[end] != UInt8(ascii: ":") { end += 1 }
    return start..<end
  }

  /// From a mark to the end of its line's text.
  func rest(from mark: Mark?) -> Range<Int> {
    let start = offset(of: mark)
    var end = line((mark?.line ?? 1) - 1).upperBound
    while end > start, lines.bytes[end - 1].isSpace { end -= 1 }
    return start..<max(end, start)
  }
}
