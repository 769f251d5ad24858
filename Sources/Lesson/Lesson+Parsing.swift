import Diagnostics

extension Lesson {
  /// The largest lesson, in bytes.
  public static let maximumSize = 8 << 20
  /// How deep blocks and inlines may nest.
  public static let maximumDepth = 100

  /// Reads a lesson.
  ///
  /// Never fails: what is wrong is in `diagnostics`, and the rest of the lesson is as well read as can be.
  ///
  ///     let lesson = Lesson(parsing: SourceText(name: "a.md", text: "```swift\n1 + 1\n```\n"))
  ///     lesson.cells[0].code // "1 + 1"
  ///
  /// - Parameters:
  ///   - source: The whole file.
  ///   - language: The language of a lesson that names none.
  ///   - macros: The course's macros; the lesson's own take precedence.
  /// - Complexity: Linear in the length of the source, but for the inline parsing of libcmark.
  public init(parsing source: SourceText, language: String? = nil, macros: [String: String] = [:]) {
    var parser = LessonParser(source)
    parser.parse()
    var frontMatter = parser.frontMatter
    frontMatter.language = frontMatter.language ?? language
    frontMatter.macros.merge(macros) { own, _ in own }
    let ordered = parser.diagnostics.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    self.init(
      source: source, frontMatter: frontMatter, blocks: parser.blocks, cells: parser.builder.cells,
      inlineCells: parser.builder.inlineCells, formulas: parser.builder.formulas,
      footnotes: parser.builder.footnotes,
      diagnostics: ordered.map(\.element))
  }

  static func sizeDiagnostic(_ source: SourceText) -> Diagnostic {
    Diagnostic(
      .error, "lesson.size", file: source.name, range: 0..<0,
      "the file has \(source.text.utf8.count) bytes; at most \(maximumSize) (8 MiB) are read")
  }
}
