import Formula
import Lesson
import Session

/// Running text without markup.
enum PlainText {
  /// The words of some inlines: formulas as plain text, as TeX where they cannot be read; inline cells as their values.
  static func of(_ inlines: [Inline], in outcome: LessonOutcome) -> String {
    var text = ""
    append(inlines, in: outcome, to: &text, depth: 0)
    return text
  }

  private static func formula(_ tex: String, in outcome: LessonOutcome) -> String {
    (try? Formula(parsing: tex, macros: Macros(outcome.lesson.frontMatter.macros)))?.plainText ?? tex
  }

  private static func append(
    _ inlines: [Inline], in outcome: LessonOutcome, to text: inout String, depth: Int
  ) {
    guard depth < ArticleWriter.deepest else { return }
    for inline in inlines {
      switch inline {
      case .text(let words), .code(let words): text += words
      case .cell(let index): text += outcome.inlineValue(index) ?? outcome.lesson.inlineCells[index].code
      case .formula(let index): text += formula(outcome.lesson.formulas[index].tex, in: outcome)
      case .emphasis(let content), .strong(let content), .link(_, _, let content, _),
        .image(_, _, let content, _):
        append(content, in: outcome, to: &text, depth: depth + 1)
      case .reference(let label, _): text += "@" + label
      case .softBreak, .hardBreak: text += " "
      case .footnote, .checkbox, .html, .comment: break
      }
    }
  }
}
