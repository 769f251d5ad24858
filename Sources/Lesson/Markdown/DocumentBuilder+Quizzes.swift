extension DocumentBuilder {
  /// Reads a `quiz` fence, whose body is a document of its own; nil where the fence may hold none.
  mutating func quiz(_ fence: Fence, isNested: Bool) -> Quiz? {
    let mark = fence.opening.lowerBound..<fence.info.upperBound
    guard !isNested else {
      report("quiz.nested", mark, "a quiz stands at the top level of a lesson, not in a list or quote")
      return nil
    }
    let outer = read
    isInQuiz = true
    defer {
      read = outer
      isInQuiz = false
    }
    let spans = LessonParser.scan(
      lines, start: fence.body.lowerBound, end: fence.body.upperBound, protecting: []
    ).spans
    let text = ProtectedText(lines, from: fence.body.lowerBound, to: fence.body.upperBound, spans: spans)
    let tree = CommonMarkTree(parsing: text.bytes, maximumDepth: Lesson.maximumDepth)
    let first = formulas.count
    let questions = questions(of: blocks(of: tree, in: text), mark)
    exemptWrongOptions(of: questions, from: first)
    return Quiz(questions: questions, range: mark)
  }

  /// Groups the blocks of a quiz.
  private mutating func questions(of blocks: [Block], _ mark: Range<Int>) -> [Quiz.Question] {
    var questions: [Quiz.Question] = []
    var prompt: [Block] = []
    for block in blocks {
      switch block {
      case .list(let list) where list.isTasks:
        if prompt.isEmpty {
          report(
            "quiz.prompt", mark, "before the options of question \(questions.count + 1) nothing is asked")
        }
        questions.append(
          Quiz.Question(prompt: prompt, options: options(list, questions.count + 1, mark), explanation: []))
        prompt = []
      case .quote(let explanation) where prompt.isEmpty && questions.last?.explanation.isEmpty == true:
        questions[questions.count - 1].explanation = explanation
      case .comment: continue
      case .heading(let heading):
        report("quiz.heading", heading.range, "a quiz holds no headings; write one before it")
      default: prompt.append(block)
      }
    }
    if !prompt.isEmpty || questions.isEmpty {
      report(
        "quiz.options", mark,
        "question \(questions.count + 1) of this quiz has no options; write them as a list of '- [ ] wrong' and '- [x] right'"
      )
    }
    return questions
  }

  private mutating func options(_ list: List, _ question: Int, _ mark: Range<Int>) -> [Quiz.Option] {
    var options: [Quiz.Option] = []
    for (index, item) in list.items.enumerated() {
      guard item.count == 1, case .paragraph(var content)? = item.first,
        case .checkbox(let isRight)? = content.first
      else {
        report(
          "quiz.option", mark,
          "option \(index + 1) of question \(question) is not one line of text behind a box")
        continue
      }
      content.removeFirst()
      options.append(Quiz.Option(content: content, isRight: isRight))
    }
    if options.count < 2 {
      report("quiz.options", mark, "question \(question) needs two options at least")
    } else if !options.contains(where: \.isRight) {
      report("quiz.right", mark, "question \(question) marks no option as right; write '- [x]' before one")
    }
    return options
  }

  /// What a wrong option says need not hold.
  private mutating func exemptWrongOptions(of questions: [Quiz.Question], from first: Int) {
    for option in questions.flatMap(\.options) where !option.isRight {
      for case .formula(let index) in option.content where index >= first && formulas[index].unverified == nil
      {
        formulas[index].unverified = "a wrong answer"
      }
    }
  }
}

extension List {
  /// Whether its first item starts with a box.
  fileprivate var isTasks: Bool {
    guard case .paragraph(let content)? = items.first?.first, case .checkbox? = content.first else {
      return false
    }
    return true
  }
}
