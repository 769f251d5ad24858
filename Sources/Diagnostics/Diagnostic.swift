/// A problem found in a source text: what, where, and what to do about it.
public struct Diagnostic: Error, Sendable, Hashable {
  /// How bad it is.
  public enum Severity: String, Sendable, Hashable {
    case error
    case warning
  }

  /// More to know about a diagnostic, perhaps at another place.
  public struct Note: Sendable, Hashable {
    public var message: String
    /// The file and range it speaks of, where it speaks of one.
    public var place: Place?
    /// Whether the lines after the first are a difference: removed ones after `- `, added ones after `+ `.
    public var holdsDifference: Bool

    public init(_ message: String, at place: Place? = nil, holdsDifference: Bool = false) {
      self.message = message
      self.place = place
      self.holdsDifference = holdsDifference
    }
  }

  /// A range of a file.
  public struct Place: Sendable, Hashable {
    public var file: String
    /// UTF-8 offsets.
    public var range: Range<Int>

    public init(file: String, range: Range<Int>) {
      self.file = file
      self.range = range
    }
  }

  /// A replacement that removes the problem.
  public struct Fix: Sendable, Hashable {
    /// What it does, as an imperative: `replace 'vra' with 'var'`.
    public var message: String
    /// UTF-8 offsets in the diagnostic's file.
    public var range: Range<Int>
    public var replacement: String

    public init(_ message: String, range: Range<Int>, replacement: String) {
      self.message = message
      self.range = range
      self.replacement = replacement
    }
  }

  public var severity: Severity
  /// A stable name for the kind of problem: `type.mismatch`.
  public var id: String
  public var place: Place
  /// One sentence without a final full stop.
  public var message: String
  public var notes: [Note]
  public var fix: Fix?

  /// The name of the text that holds the problem.
  public var file: String { place.file }
  /// Its UTF-8 offsets there.
  public var range: Range<Int> { place.range }

  public init(
    _ severity: Severity, _ id: String, file: String, range: Range<Int>, _ message: String,
    notes: [Note] = [], fix: Fix? = nil
  ) {
    self.severity = severity
    self.id = id
    self.place = Place(file: file, range: range)
    self.message = message
    self.notes = notes
    self.fix = fix
  }
}
