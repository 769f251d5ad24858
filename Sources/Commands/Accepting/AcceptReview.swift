import Diagnostics
import Session

/// Asks which changes are accepted, one after the other.
struct AcceptReview {
  private enum Answer: String {
    case accept = "y"
    case skip = "n"
    case acceptFile = "a"
    case skipFile = "d"
    case quit = "q"
  }

  private static let help = """
    y  accept this change
    n  skip this change
    a  accept this change and the rest of this file
    d  skip this change and the rest of this file
    q  quit: skip everything that is left; what was accepted before is written

    """

  let console: Console
  /// How many changes there are in all files.
  let total: Int
  /// How many were shown or passed over.
  private var done = 0
  /// Whether the answer was to quit, so that nothing more is asked.
  private(set) var isOver = false

  init(of total: Int, on console: Console) {
    self.total = total
    self.console = console
  }

  /// The changes of one lesson that are accepted.
  mutating func accepted(of changes: [Acceptance.Change], in source: SourceText) -> [Acceptance.Change] {
    var accepted: [Acceptance.Change] = []
    for (index, change) in changes.enumerated() where !isOver {
      console.write(
        "\(source.name):\(source.position(of: change.offset).line): \(change.name)"
          + " (\(done + index + 1) of \(total))\n")
      console.write(change.shown(in: DiagnosticFormatter(colour: console.usesColour(.output)) { _ in nil }))
      switch ask() {
      case .accept: accepted.append(change)
      case .skip: continue
      case .acceptFile:
        done += changes.count
        return accepted + changes[index...]
      case .skipFile:
        done += changes.count
        return accepted
      case .quit: isOver = true
      }
    }
    done += changes.count
    return accepted
  }

  /// One answer; the end of the input is that to quit.
  private func ask() -> Answer {
    while true {
      console.write("accept? [y,n,a,d,q,?] ")
      guard let line = console.readLine() else {
        console.write("\n")
        return .quit
      }
      let words = line.split(whereSeparator: \.isWhitespace)
      if words.isEmpty { continue }
      if words.count == 1, let answer = Answer(rawValue: words[0].lowercased()) { return answer }
      console.write(Self.help)
    }
  }
}

extension Acceptance.Change {
  /// The difference, indented, with its words marked where the formatter uses colours.
  func shown(in formatter: DiagnosticFormatter) -> String {
    formatter.difference(difference).split(separator: "\n", omittingEmptySubsequences: false)
      .map { "    \($0)\n" }.joined()
  }
}
