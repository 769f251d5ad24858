import Diagnostics
import Lesson
import Session

/// What the real compiler says of the outputs of a lesson.
struct LessonWitness: Sendable {
  /// Outputs that differ: `witness.differs`.
  private(set) var findings: [Diagnostic] = []
  /// How many outputs agree, and which nobody witnessed, as one line.
  private(set) var remark: String?
  /// How many frames the lesson's sliders have.
  private let allFrames: Int

  /// How often a lesson is compiled anew without the cells that the compiler refuses.
  private static let mostAttempts = 8
  /// How often a program runs anew where an output differs: one that does not agree with itself, because it shows
  /// a dictionary's order, is no witness.
  static let repetitions = 6

  init(_ outcome: LessonOutcome, by compiler: SwiftCompiler) {
    let source = outcome.lesson.source
    allFrames = outcome.cells.reduce(0) { $0 + ($1.frames?.frames.count ?? 0) }
    // The digest of a text that holds it is not to be found, so no cell prints it by accident.
    let marker = "trama-" + outcome.witnessMarker
    var refused: [Range<Int>: String] = [:]
    do throws(FileFailure) {
      for _ in 0..<Self.mostAttempts {
        let program = TangledLesson(outcome, marker: marker, leavingOut: refused)
        guard !program.parts.isEmpty else {
          report(program, agreeing: 0, unsteady: [], FrameWitness(of: program))
          return
        }
        let (path, messages) = try compiler.compile(program.text)
        if let path {
          try compare(program) { arguments throws(FileFailure) in
            Self.split(try compiler.run(path, arguments), at: marker, count: program.parts.count)
          }
          return
        }
        let errors = Self.errors(in: messages, of: source.name)
        let new = errors.compactMap { error in program.source(ofLine: error.line).map { ($0, error.text) } }
        guard !new.isEmpty else {
          remark = "\(source.name): not witnessed: 'swiftc' refuses it: \(Self.firstError(messages))"
          return
        }
        for (range, text) in new where refused[range] == nil {
          refused[range] = "'swiftc' refuses it: \(text)"
        }
      }
      remark = "\(source.name): not witnessed: 'swiftc' refuses too many of its cells"
    } catch {
      remark = "\(source.name): not witnessed: \(error.reason)"
    }
  }

  private mutating func compare(
    _ program: TangledLesson, _ run: (_ arguments: [String]) throws(FileFailure) -> [String?]
  ) throws(FileFailure) {
    var printed = try run([])
    var differing = program.differing(from: printed)
    var unsteady: Set<Int> = []
    for _ in 0..<Self.repetitions where !differing.isEmpty {
      let again = try run([])
      for index in differing where again[index] != printed[index] { unsteady.insert(index) }
      printed = again
      differing.removeAll { unsteady.contains($0) }
    }
    for index in differing {
      let part = program.parts[index]
      findings.append(
        .witness(
          program, part, part.expected, printed[index],
          printed[index] == nil
            ? "\(part.name) does not come to its end when 'swiftc' compiles it"
            : "\(part.name) shows something else when 'swiftc' compiles it"))
    }
    let bad = unsteady.union(differing)
    var frames = FrameWitness(of: program)
    for index in program.parts.indices where !program.parts[index].frames.isEmpty && !bad.contains(index) {
      try frames.witness(index) { arguments, part throws(FileFailure) in try run(arguments)[part] }
    }
    findings += frames.findings
    let agreeing = program.parts.indices.filter { index in
      let part = program.parts[index]
      return part.showsAnything && part.rest == nil && !bad.contains(index)
    }
    report(program, agreeing: agreeing.count, unsteady: unsteady, frames)
  }

  private mutating func report(
    _ program: TangledLesson, agreeing: Int, unsteady: Set<Int>, _ frames: FrameWitness
  ) {
    var reasons: [(name: String, reason: String)] = program.omitted
    for (index, part) in program.parts.enumerated() {
      if unsteady.contains(index) {
        reasons.append((part.name, "its output is another in each run"))
      } else if part.showsAnything, let rest = part.rest {
        reasons.append((part.name, "it shows \(rest)"))
      }
    }
    reasons += frames.unwitnessed
    let all = program.parts.count { $0.showsAnything } + program.omitted.count
    guard all > 0 else { return }
    var text = "\(program.lessonName): \(agreeing) of \(Counted.outputs(all))"
    if allFrames > 0 { text += " and \(frames.agreeing) of \(Counted.frames(allFrames)) of sliders" }
    text += " agree with swiftc"
    if !reasons.isEmpty {
      text += "; not witnessed: " + reasons.map { "\($0.name) (\($0.reason))" }.joined(separator: ", ")
    }
    remark = text
  }

  /// What each part printed; nil for those that the program did not come to, and for the last where it stopped.
  private static func split(_ ended: SwiftCompiler.Ended, at marker: String, count: Int) -> [String?] {
    var pieces: [String?] = ended.output.split(separator: marker + "\n", omittingEmptySubsequences: false)
      .dropFirst().map { String($0) }
    if !ended.isFine, !pieces.isEmpty { pieces[pieces.count - 1] = nil }
    return Array((pieces + [String?](repeating: nil, count: count)).prefix(count))
  }

  /// The compiler's errors in a file: `file:line:column: error: text`.
  private static func errors(in messages: String, of file: String) -> [(line: Int, text: String)] {
    messages.split(separator: "\n").compactMap { message in
      guard message.hasPrefix(file + ":"), let mark = message.range(of: ": error: ") else { return nil }
      let place = message[..<mark.lowerBound].dropFirst(file.count + 1).split(separator: ":")
      guard let line = place.first.flatMap({ Int($0) }) else { return nil }
      return (line, String(message[mark.upperBound...]))
    }
  }

  private static func firstError(_ messages: String) -> String {
    messages.split(separator: "\n").first { $0.contains("error: ") }.map(String.init) ?? "it says no reason"
  }
}

extension Diagnostic {
  /// An output that is another one where the real compiler makes it.
  static func witness(
    _ program: TangledLesson, _ part: TangledLesson.Part, _ expected: String, _ printed: String?,
    _ message: String
  ) -> Diagnostic {
    let difference = program.difference(expected, from: printed)
    return Diagnostic(
      .error, "witness.differs", file: program.lessonName, range: part.range, message,
      notes: [Note("here (-) and with swiftc (+)\n" + difference, holdsDifference: true)])
  }
}

extension StringProtocol {
  /// The first place of a text.
  fileprivate func range(of text: String) -> Range<Index>? { firstRange(of: text) }
}
