import Diagnostics
import Lesson
import Testing

@testable import Session

@Suite struct TangledLessonTests {
  private func tangled(_ markdown: String, marker: String? = nil) -> TangledLesson {
    TangledLesson(
      LessonRun(Lesson(parsing: SourceText(name: "a \"b\".md", text: markdown))).outcome(), marker: marker)
  }

  @Test func cellsStandInOrderWithTheirLines() {
    let found = tangled(
      "Vale `{swift} 1 + 1`.\n\n```swift\nlet x = 2 // hide\nx * 3 // tres\n```\n\nY `{swift} x`.\n",
      marker: "@")
    #expect(
      found.text.hasSuffix(
        """
        Swift.print("@")
        #sourceLocation(file: "a \\"b\\".md", line: 1)
        Swift.debugPrint(1 + 1)
        #sourceLocation()
        Swift.print("@")
        #sourceLocation(file: "a \\"b\\".md", line: 4)
        let x = 2 // hide
        Swift.debugPrint(x * 3) // tres
        #sourceLocation()
        Swift.print("@")
        #sourceLocation(file: "a \\"b\\".md", line: 8)
        Swift.debugPrint(x)
        #sourceLocation()

        """))
    #expect(found.parts.map(\.expected) == ["2\n", "6\n", "2\n"])
    #expect(found.source(ofLine: 5) == found.parts[1].source)
    #expect(found.source(ofLine: 2) == nil)
  }

  @Test func whatDependsOnLeftOutCellsIsLeftOut() {
    let found = tangled(
      """
      ```swift
      var a = 1
      var b = 1
      func f(_ x: Double) -> Double { let c = x; return c }
      ```

      ```swift
      a = Int.random(in: 1...6)
      let d = a
      ```

      `{swift} a` `{swift} b` `{swift} d` `{swift} f(2)`

      """)
    #expect(found.parts.map(\.name) == ["cell 1", "inline cell `b`", "inline cell `f(2)`"])
    #expect(found.omitted.map(\.name) == ["inline cell `a`", "inline cell `d`"])
  }

  /// The program of a witness shows any frame of a slider; the one for readers is as the lesson has it.
  @Test func programsWithMarksTakeTheFramesOfSliders() throws {
    let lesson = """
      ```swift
      //| slider: a in [1, 2.5], n in 3...4
      let a = 1.0, n = 4
      print(a)
      n
      ```

      """
    let found = tangled(lesson, marker: "@")
    let start = "TramaSliders.frame(ofCell: 0, shown: 1)]"
    #expect(
      found.text.contains(
        """
        let a = [1.0, 1.0, 2.5, 2.5][\(start), n = [3, 4, 3, 4][\(start)
        print(a)
        Swift.debugPrint(n)
        #sourceLocation()
        TramaSliders.end(ofCell: 0)
        """))
    let part = try #require(found.parts.first)
    #expect(part.expected == "1.0\n4\n")
    #expect(part.frames.map(\.expected) == ["1.0\n3\n", "1.0\n4\n", "2.5\n3\n", "2.5\n4\n"])
    #expect(part.frames.map(\.values).last == "a = 2.5, n = 4")
    #expect(part.frames.map(\.arguments) == [["0", "0"], ["0", "1"], ["0", "2"], ["0", "3"]])
    let plain = tangled(lesson)
    #expect(plain.text.contains("let a = 1.0, n = 4\n") && !plain.text.contains("TramaSliders"))
    #expect(plain.parts.map(\.frames.count) == [0])
  }

  @Test func tablesArePrinted() {
    let found = tangled(
      "```swift\nlet t = Table(values: [1])\n```\n\n```swift\nt.show()\n```\n\n```swift\nprint(0)\nt\n```\n",
      marker: "@")
    let text = "index  value\n    0    1.0\n"
    #expect(found.parts.map(\.expected) == ["", text, "0\n" + text])
    #expect(found.parts.allSatisfy { $0.rest == nil })
    #expect(found.text.contains("struct Table<Row>"))
    #expect(found.text.contains("\nt.show()\n") && found.text.contains("print(0)\nSwift.debugPrint(t)\n"))
  }

  @Test func aLessonMayHaveATableOfItsOwn() {
    let found = tangled("```swift\nstruct Table { let rows: Int }\n```\n\n`{swift} Table(rows: 2).rows`\n")
    #expect(!found.text.contains("struct Table<Row>"))
    #expect(found.parts.map(\.expected) == ["", "2\n"])
  }

  @Test func differencesAreThoseOfLines() {
    let found = tangled("```swift\nprint(1)\n2\n```\n\n```swift\n0.1\n```\n")
    #expect(found.differing(from: ["1\n2\n", "0.1\n"]) == [])
    #expect(found.differing(from: ["1\n3\n", "0.1\n"]) == [0])
    #expect(found.differing(from: ["1\n2\n", nil]) == [1])
    #expect(found.differing(from: ["1\n2\n", "0.10000000000000001\n"]) == [1])
    #expect(found.difference(found.parts[0].expected, from: "1\n3\n") == "  1\n- 2\n+ 3")
  }

  /// The last digits of derivatives depend on the order of sums.
  @Test func derivativesMayDifferInTheirLastDigits() {
    let found = tangled("```swift\nderivative(at: 0.1, of: { x in x * x })\n```\n")
    #expect(found.parts.map(\.expected) == ["0.2\n"])
    #expect(found.differing(from: ["0.20000000000000001\n"]) == [])
    #expect(found.differing(from: ["0.2000001\n"]) == [0])
  }
}
