import Diagnostics
import Testing

@testable import Session

/// A trap tells through which calls the program came to it, also where the called function's body stands in its
/// caller's code.
@Suite struct CallStackTests {
  /// The lines of the trap and of the calls that its notes name, with the functions that were called.
  private func calls(_ text: String) -> (line: Int?, notes: [String]) {
    let source = SourceText(name: "cell", text: text)
    func line(_ offset: Int) -> Int { text.utf8.prefix(offset).count { $0 == UInt8(ascii: "\n") } + 1 }
    guard let error = Engine().run(source).errors.first else { return (nil, []) }
    let notes = error.notes.map { note in
      "\(line(note.place?.range.lowerBound ?? 0)) \(note.message.split(separator: " ")[0])"
    }
    return (line(error.range.lowerBound), notes)
  }

  @Test func smallFunctionsAreOnTheStack() {
    let (line, notes) = calls(
      """
      func second(_ list: [Int]) -> Int { list[1] }
      func sum(_ n: Int) -> Int {
        second([n]) + 1
      }
      func total(_ n: Int) -> Int {
        let first = sum(n)
        return first + sum(n)
      }
      print(total(3))
      """)
    #expect(line == 1)
    #expect(notes == ["3 'second'", "6 'sum'", "9 'total'"])
  }

  @Test func largeFunctionsAreOnTheStack() {
    let (line, notes) = calls(
      """
      func half(_ n: Int) -> Int {
        var rest = n
        while rest > 3 { rest -= 2 }
        return 6 / (rest - 2)
      }
      func both(_ n: Int) -> Int { half(n) + half(n - 1) }
      print(both(5))
      """)
    #expect(line == 4)
    #expect(notes == ["6 'half'", "7 'both'"])
  }
}
