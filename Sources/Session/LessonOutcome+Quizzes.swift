import Diagnostics
import Lesson

extension LessonOutcome {
  /// The options of quizzes that show the same as another one of their question, of which one would be right and one
  /// wrong, or both the same: `quiz.option.same`.
  var doubledOptions: [Diagnostic] {
    lesson.blocks.flatMap { block -> [Diagnostic] in
      guard case .quiz(let quiz) = block else { return [] }
      return zip(1..., quiz.questions).flatMap { number, question in
        doubled(question.options.map { words(of: $0.content) }).map { words in
          Diagnostic(
            .error, "quiz.option.same", file: lesson.source.name, range: quiz.range,
            "two options of question \(number) both show '\(words)'; change one of them")
        }
      }
    }
  }

  private func doubled(_ options: [String]) -> [String] {
    var seen: Set<String> = []
    return options.filter { !$0.isEmpty && !seen.insert($0).inserted }
  }

  /// What some inlines show; the parser bounds how deep they nest.
  private func words(of inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text), .code(let text): text
      case .cell(let index): inlineValue(index) ?? ""
      case .formula(let index): lesson.formulas[index].tex
      case .emphasis(let content), .strong(let content), .link(_, _, let content, _): words(of: content)
      case .image(let source, _, _, _): source
      case .reference(let label, _): "@" + label
      case .softBreak, .hardBreak: " "
      case .footnote, .checkbox, .html, .comment: ""
      }
    }.joined()
  }
}
