import Synchronization

/// Where a command writes and asks: standard output, error and input, or, in tests, memory.
///
/// Output is buffered, which makes programs that print much fast; `flush` must be called before the process
/// ends.
final class Console: Sendable {
  /// One of the two streams.
  enum Stream: Sendable {
    case output
    case errors
  }

  private struct Buffers {
    var output: [UInt8] = []
    var errors: [UInt8] = []
    /// The width of the progress line on the terminal; 0 where none is shown.
    var progress = 0
    /// The reason why the system took no more output; 0 where it took all.
    var failure: Int32 = 0
  }

  private let buffers = Mutex(Buffers())
  /// Nil keeps everything in memory.
  private let limit: Int?
  private let outputIsTerminal: Bool
  private let errorsAreTerminal: Bool
  private let allowsColour: Bool
  /// Gives the next line of the input without its ending; nil at its end.
  private let input: @Sendable () -> String?
  /// Where outcomes of lessons are kept; nil for nowhere.
  let cache: CacheFolder?

  /// The console of the process.
  static let standard = Console(
    limit: 1 << 16, outputIsTerminal: isatty(1) == 1, errorsAreTerminal: isatty(2) == 1,
    allowsColour: Console.environmentAllowsColour, cache: CacheFolder.standard(), input: Console.standardLine)

  /// A console that keeps what is written.
  ///
  /// - Parameter input: Answers in place of standard input.
  static func capturing(
    terminal: Bool = false, cache: CacheFolder? = nil, input: @escaping @Sendable () -> String? = { nil }
  ) -> Console {
    Console(
      limit: nil, outputIsTerminal: terminal, errorsAreTerminal: terminal, allowsColour: terminal,
      cache: cache, input: input)
  }

  private init(
    limit: Int?, outputIsTerminal: Bool, errorsAreTerminal: Bool, allowsColour: Bool, cache: CacheFolder?,
    input: @escaping @Sendable () -> String?
  ) {
    self.input = input
    self.cache = cache
    self.limit = limit
    self.outputIsTerminal = outputIsTerminal
    self.errorsAreTerminal = errorsAreTerminal
    self.allowsColour = allowsColour
  }

  /// What was written to a stream and not yet flushed.
  func text(of stream: Stream) -> String {
    buffers.withLock { String(decoding: stream == .output ? $0.output : $0.errors, as: UTF8.self) }
  }

  /// Whether a stream wants terminal colours.
  func usesColour(_ stream: Stream) -> Bool { allowsColour && isTerminal(stream) }

  private func isTerminal(_ stream: Stream) -> Bool {
    stream == .output ? outputIsTerminal : errorsAreTerminal
  }

  /// Writes a text. Standard error and terminals show it at once.
  func write(_ text: String, to stream: Stream = .output) {
    buffers.withLock { buffers in
      clearProgress(&buffers)
      switch stream {
      case .output:
        buffers.output += text.utf8
        if let limit, buffers.output.count >= limit || outputIsTerminal { drain(.output, &buffers) }
      case .errors:
        // What was printed before an error must not come after it where both go to the same place.
        if limit != nil { drain(.output, &buffers) }
        buffers.errors += text.utf8
        if limit != nil { drain(.errors, &buffers) }
      }
    }
  }

  /// Shows a line that the next one replaces; on terminals only.
  func progress(_ line: String) {
    guard errorsAreTerminal else { return }
    buffers.withLock { buffers in
      clearProgress(&buffers)
      buffers.errors += line.utf8
      buffers.progress = line.count
      if limit != nil { drain(.errors, &buffers) }
    }
  }

  /// Shows what was written and waits for a line of the input.
  ///
  /// - Returns: The line without its ending; nil at the end of the input, and where nobody can read the question.
  func readLine() -> String? { flush() ? input() : nil }

  /// Hands everything to the system.
  ///
  /// - Returns: Whether all output since the start was taken; where not, standard error says why.
  func flush() -> Bool {
    buffers.withLock { buffers in
      clearProgress(&buffers)
      guard limit != nil else { return true }
      drain(.output, &buffers)
      guard buffers.failure != 0 else { return true }
      let failure = FileFailure("standard output", cannot: "write", code: buffers.failure)
      buffers.errors += "trama: \(failure.path): \(failure.reason)\n".utf8
      drain(.errors, &buffers)
      return false
    }
  }

  private func clearProgress(_ buffers: inout Buffers) {
    guard buffers.progress > 0 else { return }
    buffers.errors += "\r\(String(repeating: " ", count: buffers.progress))\r".utf8
    buffers.progress = 0
    if limit != nil { drain(.errors, &buffers) }
  }

  /// Writes out a buffer.
  private func drain(_ stream: Stream, _ buffers: inout Buffers) {
    switch stream {
    case .output:
      if !buffers.output.isEmpty, !Disk.writeAll(buffers.output, to: 1), buffers.failure == 0 {
        buffers.failure = errno
      }
      buffers.output.removeAll(keepingCapacity: true)
    case .errors:
      // Where this fails there is nobody left to tell.
      _ = Disk.writeAll(buffers.errors, to: 2)
      buffers.errors.removeAll(keepingCapacity: true)
    }
  }

  /// The next line of standard input; nil at its end, and where a line is longer than any answer.
  @Sendable private static func standardLine() -> String? {
    var bytes: [UInt8] = []
    while bytes.count < 1_000 {
      let byte = getchar()
      if byte == EOF && bytes.isEmpty { return nil }
      if byte == EOF || byte == 0x0A { return String(decoding: bytes, as: UTF8.self) }
      bytes.append(UInt8(truncatingIfNeeded: byte))
    }
    return nil
  }

  /// The conventions of no-color.org and of terminals that can't.
  private static var environmentAllowsColour: Bool {
    if let value = getenv("NO_COLOR"), value.pointee != 0 { return false }
    if let value = getenv("TERM"), String(cString: value) == "dumb" { return false }
    return true
  }
}
