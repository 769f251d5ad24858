import Foundation
import Testing

@testable import Commands

/// The real compiler makes the frames of sliders too.
@Suite(.serialized, .enabled(if: RealCompiler.isAvailable, "no 'swiftc' on the path to compare with"))
struct WitnessedFramesTests {
  /// Cells with the recordings that they have by themselves.
  private func check(_ cells: String...) -> Ended {
    let folder = Workspace(["a.md": cells.map { "```swift\n\($0)\n```\n" }.joined(separator: "\n")])
    #expect(folder.trama("accept", "@a.md").status == 0)
    return folder.trama("check", "--witness", "swiftc", "@a.md")
  }

  /// Each frame is that of its cell alone: the cells before are as they stand, and those after it do not run.
  @Test func framesDependOnNoOtherSlider() {
    let ended = check(
      "var total = 1\nvar list = [0.5]",
      "//| slider: a in [-0.5, 0, 0.5], n in 0...3\nlet a = 0.5, n = 2\ntotal += n\nlist.append(a)\nprint(total, list)",
      "print(10 / n)",
      "//| slider: x in -1...1 step 0.25\nlet x: Float = -0.5\nvar y = x\ny += Float(total) / 3\ny")
    #expect(
      ended.output == "note: a.md: 3 of 3 outputs and 21 of 21 frames of sliders agree with swiftc\n"
        + "1 lesson checked, no findings\n")
  }

  private static let lesson = """
    ```swift
    //| slider: n in 1...4
    let n = 1
    print(12 / n)
    ```

    ```output
    12
    ...
    ```

    """

  /// Another value in one frame, whose cell as it stands agrees.
  @Test func aDifferenceInAFrameIsAFinding() throws {
    let ended = try RealCompiler.check(Self.lesson, changing: "s/1, 2, 3, 4/1, 6, 3, 12/")
    #expect(
      ended.output == """
        a.md:1:1: error: cell 1 with n = 2 shows something else when 'swiftc' compiles it, as does 1 more of its frames
            1 | ```swift
              | ^~~~~~~~
          note: here (-) and with swiftc (+)
            - 6
            + 2
        note: a.md: 1 of 1 output and 2 of 4 frames of sliders agree with swiftc
        1 lesson checked, 1 finding

        """)
    #expect(ended.status == 1)
    let stopped = try RealCompiler.check(Self.lesson, changing: "s/1, 2, 3, 4/1, 2, 0, 4/")
    #expect(
      stopped.output.contains("cell 1 with n = 3 does not come to its end when 'swiftc' compiles it\n"))
    #expect(stopped.output.contains("and 3 of 4 frames of sliders agree"))
  }

  @Test func framesThatAreNotWitnessedAreSaid() {
    let many = check("//| slider: n in 1...150\nlet n = 2\nn * n")
    #expect(
      many.output.contains(
        "1 of 1 output and 100 of 150 frames of sliders agree with swiftc; not witnessed: "
          + "50 frames of cell 1 (at most 100 of a cell are run)\n"))
    let others = check(
      "//| slider: n in 0...2\nlet n = 0\nif n == 1 { print(Array(Set(0..<64))) }\nif n == 2 { plot([0, 1], [0, 1]) }\nn"
    )
    #expect(
      others.output.contains(
        "1 of 1 output and 1 of 3 frames of sliders agree with swiftc; not witnessed: "
          + "1 frame of cell 1 (another output in each run), "
          + "1 frame of cell 1 (more than text)\n"))
    let failing = check("//| slider: n in 1...3\nlet n = 1\nInt.random(in: n...n)")
    #expect(
      failing.output.contains(
        "0 of 1 output and 0 of 3 frames of sliders agree with swiftc; not witnessed: cell 1 (it draws"))
  }

  @Test(arguments: [2, 99, 100, 101, 102, 250, 499, 500]) func chosenFramesAreSpread(_ count: Int) {
    let chosen = FrameWitness.chosen(of: count)
    #expect(chosen.count == min(count, FrameWitness.most))
    #expect(chosen.first == 0 && chosen.last == count - 1)
    let distances = Set(zip(chosen, chosen.dropFirst()).map { $1 - $0 })
    #expect(distances.min().map { $0 > 0 } == true && (distances.max() ?? 0) - (distances.min() ?? 0) <= 1)
  }
}
