/// The numbers that a document gives to what a formula labels and refers to.
public struct EquationNumbers: Hashable, Sendable {
  /// A labelled line.
  public struct Line: Hashable, Sendable {
    /// Its number, without parentheses.
    public var number: String
    /// The identifier of its element: letters, digits and `-_:.`, as labels have them; nil where it is shown again.
    public var identifier: String?

    public init(_ number: String, identifier: String?) {
      self.number = number
      self.identifier = identifier
    }
  }

  /// Those of `Formula.labels`, in their order; nil for one without a number.
  public var lines: [Line?]
  /// What each of `Formula.references` shows, in their order; nil for one that names nothing.
  public var references: [String?]

  public init(lines: [Line?], references: [String?]) {
    self.lines = lines
    self.references = references
  }

  /// Those of a formula that stands for itself.
  public static let none = EquationNumbers(lines: [], references: [])

  func line(_ index: Int) -> Line? { lines.indices.contains(index) ? lines[index] : nil }

  func reference(_ index: Int) -> String? { references.indices.contains(index) ? references[index] : nil }
}
