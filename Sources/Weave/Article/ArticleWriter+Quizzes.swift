import Lesson

extension ArticleWriter {
  /// Writes a quiz. Without scripts a chosen option shows whether it is right, and the answers fold; with them the
  /// score counts too.
  mutating func write(_ quiz: Quiz) {
    markup.raw("<div class=quiz role=group")
    markup.attribute("aria-label", phrases.quiz)
    markup.attribute("data-right", phrases.right)
    markup.attribute("data-wrong", phrases.wrong)
    markup.attribute("data-score", phrases.score)
    markup.raw(">\n")
    for question in quiz.questions { write(question) }
    markup.raw("<p class=score role=status></p>\n</div>\n")
  }

  private mutating func write(_ question: Quiz.Question) {
    questions += 1
    markup.raw("<fieldset>\n<legend>")
    markup.text("\(questions). ")
    var rest = question.prompt[...]
    if case .paragraph(let content)? = rest.first {
      rest = rest.dropFirst()
      nested { $0.write(content) }
    }
    markup.raw("</legend>\n")
    nested { $0.write(Array(rest)) }
    let isSingle = question.options.count { $0.isRight } == 1
    for option in question.options {
      markup.raw(isSingle ? "<label><input type=radio" : "<label><input type=checkbox")
      markup.raw(" name=\":question-" + String(questions) + "\"")
      if option.isRight { markup.raw(" data-right") }
      if option.content.isOfFormulas {
        // Not every reader takes a formula for words that name something.
        markup.attribute("aria-label", PlainText.of(option.content, in: outcome))
      }
      markup.raw("> <span>")
      nested { $0.write(option.content) }
      markup.raw("</span></label>\n")
    }
    markup.raw("<details><summary>")
    markup.text(phrases.answer)
    markup.raw("</summary>\n")
    for option in question.options where option.isRight {
      markup.raw("<p><strong>")
      markup.raw(repeated { writer in writer.nested { $0.write(option.content) } })
      markup.raw("</strong></p>\n")
    }
    nested { $0.write(question.explanation) }
    markup.raw("</details>\n</fieldset>\n")
  }
}

extension [Inline] {
  /// Whether it shows formulas and nothing else.
  fileprivate var isOfFormulas: Bool {
    allSatisfy { inline in
      switch inline {
      case .formula: true
      case .text(let text): text.allSatisfy(\.isWhitespace)
      default: false
      }
    }
  }
}
