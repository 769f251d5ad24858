import Lesson

extension Lesson {
  /// The document as plain HTML, as libcmark itself would write it: no identifiers, classes, numbers or links of ours, and
  /// raw HTML as it is.
  ///
  /// What CommonMark does not know stands there as simply as can be: cells and recordings as code, inline cells
  /// as inline code, formulas as their source, tables without their alignment, callouts as quotes, references,
  /// the boxes of tasks and the marks of footnotes as text, footnotes as paragraphs at the end.
  ///
  ///     Lesson(parsing: SourceText(name: "a.md", text: "*a* < b")).commonMarkHTML // "<p><em>a</em> &lt; b</p>\n"
  ///
  /// - Complexity: Linear in the size of the lesson.
  public var commonMarkHTML: String {
    var writer = CommonMarkWriter(lesson: self)
    writer.write(blocks)
    for footnote in footnotes { writer.write(footnote) }
    return writer.markup.string
  }
}
