import Lesson

extension TangledLesson {
  /// What a cell shows for one value of each of its sliders.
  public struct Frame: Sendable {
    /// What its constants are: `rate = 0.1`.
    public var values: String
    /// What its output must be.
    public var expected: String
    /// What it shows beyond its text, which nobody compares; nil for nothing.
    public var rest: String?
    /// The arguments with which the program runs up to the cell, with these values, and ends after it.
    public var arguments: [String]
  }

  /// A cell with sliders as a program with arguments has it.
  struct MovedCell {
    /// Its source, in which the arguments decide what the constants are.
    let code: String
    /// What stands behind it.
    let end: String
    let frames: [Frame]

    /// What the program needs for it.
    static let declarations = """
      enum TramaSliders {
        static let moved = CommandLine.arguments.dropFirst().compactMap { Int($0) }
        static func frame(ofCell cell: Int, shown: Int) -> Int { moved.first == cell ? moved[1] : shown }
        static func end(ofCell cell: Int) { if moved.first == cell { exit(0) } }
      }

      """

    /// Nil for a cell without sliders.
    init?(_ cell: Cell, _ outcome: CellOutcome, in lesson: Lesson) {
      guard let moved = outcome.frames, let source = try? SliderSource(of: cell, in: lesson) else {
        return nil
      }
      code = source.text(ofFrame: "TramaSliders.frame(ofCell: \(cell.index), shown: \(moved.shown))")
      end = "TramaSliders.end(ofCell: \(cell.index))\n"
      frames = moved.frames.enumerated().map { index, outputs in
        let shown = PrintedOutputs(outputs)
        return Frame(
          values: source.values(index), expected: shown.text, rest: shown.rest,
          arguments: [String(cell.index), String(index)])
      }
    }
  }
}
