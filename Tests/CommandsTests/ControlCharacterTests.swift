import Testing

@testable import Commands

/// Texts of lessons do not drive the terminal.
@Suite struct ControlCharacterTests {
  @Test(arguments: [false, true]) func controlsOfALessonAreShown(_ terminal: Bool) {
    let escape = "\u{1B}[2J\u{9B}31m\u{7F}"
    let workspace = Workspace([
      "a.md":
        "```swift\nlet x: Int = \"\(escape)\" // \(escape)\n```\n\n[\(escape)](#\(escape))\n\n```swift\nprint(1)\n```\n\n```output\n\(escape)\n```\n"
    ])
    let ended = workspace.trama("check", "@a.md", terminal: terminal)
    #expect(ended.status == 1)
    let controls = ended.output.unicodeScalars.filter {
      $0.value < 0x20 && $0 != "\n" || (0x7F..<0xA0).contains($0.value)
    }
    // The tool's own colours, and nothing else.
    let own = ended.output.matches(of: /\u{1B}\[[0-9;]*m/).count
    #expect(controls.count == own)
    #expect(controls.allSatisfy { $0 == "\u{1B}" })
    #expect(terminal ? own > 0 : own == 0)
    #expect(ended.output.contains("␛[2J"))
  }
}
