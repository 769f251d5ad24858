import Diagnostics
import Session

/// What the real compiler says of the frames of a lesson's sliders.
///
/// The program of the lesson knows the values of all sliders. For each frame it is run up to the cell, whose constants
/// then have other values, while the cells before it are as they stand, which is how Trama makes frames too.
struct FrameWitness {
  /// Runs the program with some arguments and gives what a part printed; nil where that did not come to its end.
  typealias Run = (_ arguments: [String], _ part: Int) throws(FileFailure) -> String?

  /// The most frames of a cell that are run. Of more than these, the first, the last and others at even distances are.
  static let most = 100

  let program: TangledLesson
  /// Outputs that differ: `witness.differs`.
  private(set) var findings: [Diagnostic] = []
  /// How many frames agree in all that they show.
  private(set) var agreeing = 0
  /// What nobody witnessed, with the reason.
  private(set) var unwitnessed: [(name: String, reason: String)] = []

  init(of program: TangledLesson) {
    self.program = program
  }

  /// Compares the frames of a part that agrees as it stands.
  ///
  /// - Parameter run: Runs the program once more each time.
  mutating func witness(_ index: Int, _ run: Run) throws(FileFailure) {
    let part = program.parts[index]
    let chosen = Self.chosen(of: part.frames.count)
    var differing: [(frame: TangledLesson.Frame, printed: String?)] = []
    var (unsteady, unprinted) = (0, 0)
    for frame in chosen.map({ part.frames[$0] }) {
      let printed = try run(frame.arguments, index)
      if program.differs(printed, from: frame.expected) {
        if try isSteady(printed, frame, index, run) {
          differing.append((frame, printed))
        } else {
          unsteady += 1
        }
      } else if frame.rest == nil {
        agreeing += 1
      } else {
        unprinted += 1
      }
    }
    if let (frame, printed) = differing.first { report(part, frame, printed, differing.count - 1) }
    leave(part.frames.count - chosen.count, part, "at most \(Self.most) of a cell are run")
    leave(unsteady, part, "another output in each run")
    // Of a cell that shows figures as it stands, the witness of the lesson says so.
    if part.rest == nil { leave(unprinted, part, "more than text") }
  }

  /// The frames that are run, of so many.
  static func chosen(of count: Int) -> [Int] {
    guard count > most else { return Array(0..<count) }
    return (0..<most).map { $0 * (count - 1) / (most - 1) }
  }

  /// Whether a program shows the same whenever it is run.
  private func isSteady(
    _ printed: String?, _ frame: TangledLesson.Frame, _ index: Int, _ run: Run
  ) throws(FileFailure) -> Bool {
    for _ in 0..<LessonWitness.repetitions where try run(frame.arguments, index) != printed { return false }
    return true
  }

  private mutating func leave(_ count: Int, _ part: TangledLesson.Part, _ reason: String) {
    if count > 0 { unwitnessed.append(("\(Counted.frames(count)) of \(part.name)", reason)) }
  }

  private mutating func report(
    _ part: TangledLesson.Part, _ frame: TangledLesson.Frame, _ printed: String?, _ others: Int
  ) {
    let more =
      switch others {
      case 0: ""
      case 1: ", as does 1 more of its frames"
      default: ", as do \(others) more of its frames"
      }
    findings.append(
      .witness(
        program, part, frame.expected, printed,
        printed == nil
          ? "\(part.name) with \(frame.values) does not come to its end when 'swiftc' compiles it\(more)"
          : "\(part.name) with \(frame.values) shows something else when 'swiftc' compiles it\(more)"))
  }
}
