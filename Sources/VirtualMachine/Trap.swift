/// Why a run ended before its time.
public struct Trap: Error, Sendable {
  public enum Reason: Error, Sendable, Hashable {
    case integerOverflow
    case divisionByZero
    case indexOutOfRange
    case doubleToInt
    case invalidRange
    case negativeCount
    case emptyCollection
    case zeroStride
    case unwrappedNil
    case noValue
    case failedCast
    case unreachable
    /// A limit of the run: instructions, bytes of heap, calls within calls, bytes printed, operations on the tape,
    /// calls from the host within one another.
    case limit(Limit)
    /// What the program itself said: `fatalError("…")`, `precondition`.
    case message(String)
  }

  public enum Limit: String, Sendable, Hashable {
    case fuel, heap, depth, printed, tape, nesting
  }

  /// A function on the call stack when it happened.
  public struct Frame: Sendable, Hashable {
    public var function: String
    public var position: CodePosition?
  }

  public var reason: Reason
  /// The innermost call first.
  public var frames: [Frame]

  public init(reason: Reason, frames: [Frame]) {
    self.reason = reason
    self.frames = frames
  }
}
