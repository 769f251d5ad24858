import Diagnostics
import Lesson

/// Runs the cells with sliders for all of their values.
///
/// That happens in an engine of its own, which goes through the lesson a second time, so that nothing of it can reach
/// what the lesson shows. Every frame starts from what the cells before have left. What those made of classes cannot be
/// put back; a cell that changes such objects is found out, because it then shows something else when it is run after
/// its frames than it did without them.
struct SliderRun {
  private let run: LessonRun
  private let steps: [LessonRun.Step]

  init(_ run: LessonRun, _ steps: [LessonRun.Step]) {
    self.run = run
    self.steps = steps
  }

  /// Adds the frames to the outcomes of cells that have sliders, or what keeps them from being made.
  ///
  /// - Complexity: Each cell up to the last slider is run once more, and each with sliders once for every value.
  func add(to results: inout LessonRun.Results) {
    guard let last = steps.lastIndex(where: { $0.moved != nil }) else { return }
    let engine = Engine(seed: run.seed)
    for step in steps[...last] {
      guard let cell = step.moved, !results.cells[cell.index].failed else {
        _ = run.run(step, in: engine)
        continue
      }
      do throws(Diagnostic) {
        results.cells[cell.index].frames = try frames(of: cell, results.cells[cell.index], engine)
      } catch {
        results.cells[cell.index].diagnostics.append(error)
      }
    }
  }

  /// Runs a cell for all values of its sliders, and then as it stands.
  private func frames(
    of cell: Cell, _ outcome: CellOutcome, _ engine: Engine
  ) throws(Diagnostic) -> SliderFrames {
    let source = try SliderSource(of: cell, in: run.lesson)
    var limits = run.limits(of: cell)
    let fuel = limits.fuel
    if let seed = cell.options.seed { engine.restartRandomNumbers(from: seed) }
    var size = 0
    var frames: [[Output]] = []
    for index in 0..<source.count {
      var frame = outcome
      if index != source.shown {
        frame = engine.runApart(source.frame(index), limits: limits)
        limits.fuel -= frame.fuel
      }
      if let error = frame.diagnostics.first(where: { $0.severity == .error }) {
        guard error.id != "limit.fuel" else {
          throw problem(
            "fuel", cell,
            "the frames of \(cell.name) use more than \(fuel) instructions together; take fewer values, "
              + "or '//| fuel: \(Engine.Limits.raised(fuel))'")
        }
        throw problem("frame", cell, "\(cell.name) fails where \(source.values(index)): \(error.message)")
      }
      frames.append(frame.outputs)
      size += Self.size(frame.outputs)
      guard size <= SliderFrames.largest else {
        throw problem(
          "size", cell,
          "the frames of \(cell.name) hold more than \(SliderFrames.largest) bytes; take fewer values, or show less"
        )
      }
    }
    let again = run.run(.cell(cell), in: engine)
    guard again.outputs == outcome.outputs, !again.failed else {
      throw problem(
        "state", cell,
        "\(cell.name) changes objects that earlier cells made, so what it shows for one value of its slider "
          + "would depend on the others; make the objects in the cell itself")
    }
    return SliderFrames(sliders: cell.options.sliders, frames: frames, shown: source.shown)
  }

  /// The bytes of what a frame shows.
  private static func size(_ outputs: [Output]) -> Int {
    var writer = ByteWriter()
    writer.write(outputs) { $0.write($1) }
    return writer.bytes.count
  }

  private func problem(_ kind: String, _ cell: Cell, _ message: String) -> Diagnostic {
    Diagnostic(
      .error, "slider.\(kind)", file: run.lesson.source.name, range: cell.openingRange(in: run.lesson),
      message)
  }
}

extension LessonRun.Step {
  /// The cell, if it has sliders.
  fileprivate var moved: Cell? {
    guard case .cell(let cell) = self, !cell.options.sliders.isEmpty else { return nil }
    return cell
  }
}
