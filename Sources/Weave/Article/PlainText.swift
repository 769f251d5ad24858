import Formula
import Lesson
import Session

/// Running text of a lesson without markup.
struct PlainText {
  private let outcome: LessonOutcome
  private let macros: Macros
  private let wordsOfReference: (String) -> String?

  /// - Parameter wordsOfReference: What a reference to a label shows; nil where the label is not known.
  init(in outcome: LessonOutcome, wordsOfReference: @escaping (String) -> String? = { _ in nil }) {
    self.outcome = outcome
    self.wordsOfReference = wordsOfReference
    macros = Macros(outcome.lesson.frontMatter.macros)
  }

  /// The words of some inlines of a lesson, as `words(of:)` gives them.
  static func of(_ inlines: [Inline], in outcome: LessonOutcome) -> String {
    PlainText(in: outcome).words(of: inlines)
  }

  /// The words of some inlines: formulas as plain text, as TeX where they cannot be read; inline cells as their values.
  func words(of inlines: [Inline]) -> String {
    var text = ""
    append(inlines, to: &text, depth: 0)
    return text
  }

  private func words(ofFormula tex: String) -> String {
    (try? Formula(parsing: tex, macros: macros))?.plainText ?? tex
  }

  private func append(_ inlines: [Inline], to text: inout String, depth: Int) {
    guard depth < ArticleWriter.deepest else { return }
    for inline in inlines {
      switch inline {
      case .text(let words), .code(let words): text += words
      case .cell(let index): text += outcome.inlineValue(index) ?? outcome.lesson.inlineCells[index].code
      case .formula(let index): text += words(ofFormula: outcome.lesson.formulas[index].tex)
      case .emphasis(let content), .strong(let content), .link(_, _, let content, _),
        .image(_, _, let content, _):
        append(content, to: &text, depth: depth + 1)
      case .reference(let label, _): text += wordsOfReference(label) ?? "@" + label
      case .softBreak, .hardBreak: text += " "
      case .footnote, .checkbox, .html, .comment: break
      }
    }
  }
}
