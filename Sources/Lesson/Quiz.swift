/// A `quiz` fence: questions that readers answer by choosing.
///
/// Its body is Markdown: for each question what is asked, a task list with the options, those that are right
/// checked, and if wanted a quote that explains.
public struct Quiz: Sendable, Hashable {
  /// One question.
  public struct Question: Sendable, Hashable {
    /// What is asked.
    public var prompt: [Block]
    /// Two or more; one or more of them right.
    public var options: [Option]
    /// Why the right ones are; may be empty.
    public var explanation: [Block]

    public init(prompt: [Block], options: [Option], explanation: [Block]) {
      self.prompt = prompt
      self.options = options
      self.explanation = explanation
    }
  }

  /// One answer to choose.
  public struct Option: Sendable, Hashable {
    public var content: [Inline]
    public var isRight: Bool

    public init(content: [Inline], isRight: Bool) {
      self.content = content
      self.isRight = isRight
    }
  }

  public var questions: [Question]
  /// UTF-8 offsets of the opening fence with its info string.
  public var range: Range<Int>

  public init(questions: [Question], range: Range<Int>) {
    self.questions = questions
    self.range = range
  }
}
