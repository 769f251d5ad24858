import Diagnostics
import Graphics

extension CellOutcome {
  /// The outcome as the lines of a recording, in the order in which things were shown.
  ///
  /// Printed text gives its lines, a figure its `[figure] …` line, a table its aligned lines, the value of the
  /// last expression its own line; each starts on a line of its own; then the `[slider] …` line of all frames.
  /// Errors come last, one line each: `error[type.mismatch]: ` and
  /// the first line of the message, so that neither excerpts nor notes make a recording stale.
  ///
  /// A single blank line counts as nothing, because a recording cannot tell the two apart.
  ///
  /// A control character other than a tab is written as Swift's escape (`\u{1B}`), because Markdown files
  /// cannot hold all of them.
  ///
  /// - Complexity: Linear in the length of the text.
  public var recordedLines: [String] {
    var lines: [String] = []
    for output in outputs {
      switch output {
      case .text(let text): lines += Self.lines(of: text)
      case .figure(let figure): lines.append(Self.escaped(figure.recordingLine))
      case .value(let value): lines += Self.lines(of: value)
      case .table(let table): lines += Self.lines(of: table.text)
      case .formula(_, let text): lines += Self.lines(of: text)
      }
    }
    if let frames { lines.append(frames.recordingLine) }
    lines += diagnostics.filter { $0.severity == .error }.map(Self.recordedLine)
    return lines == [""] ? [] : lines
  }

  /// The line that records an error.
  public static func recordedLine(of error: Diagnostic) -> String {
    "error[\(error.id)]: " + (lines(of: error.message).first ?? "")
  }

  /// The lines of a text, whatever ends them; a final line ending ends the last line and starts none.
  private static func lines(of text: String) -> [String] {
    guard text.utf8.contains(0x0D) else {
      var lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map {
        escaped(String(Substring($0)))
      }
      if lines.last?.isEmpty == true { lines.removeLast() }
      return lines
    }
    var lines: [String] = []
    var line: [UInt8] = []
    var endedByReturn = false
    func end() {
      lines.append(escaped(String(decoding: line, as: UTF8.self)))
      line.removeAll(keepingCapacity: true)
    }
    for byte in text.utf8 {
      if byte == 0x0A && endedByReturn {
        endedByReturn = false
        continue
      }
      endedByReturn = byte == 0x0D
      if byte == 0x0A || byte == 0x0D { end() } else { line.append(byte) }
    }
    if !line.isEmpty { end() }
    return lines
  }

  private static func escaped(_ line: String) -> String {
    guard line.utf8.contains(where: { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F }) else { return line }
    var out = ""
    for scalar in line.unicodeScalars {
      if scalar.value < 0x20 && scalar.value != 0x09 || scalar.value == 0x7F {
        out += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      } else {
        out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
