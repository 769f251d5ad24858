/// The numbers that a document gives to what a formula labels and refers to.
public struct EquationNumbers: Hashable, Sendable {
  /// A number, and the element that has it.
  public struct Number: Hashable, Sendable {
    /// What shows: `3`, without parentheses.
    public var text: String
    /// The identifier of the element: letters, digits and `-_:.`, as labels have them; nil where neither may an
    /// element be named nor a link be written.
    public var identifier: String?

    public init(_ text: String, identifier: String?) {
      self.text = text
      self.identifier = identifier
    }
  }

  /// Those of `Formula.labels`, in their order; nil for a line without one.
  public var lines: [Number?]
  /// Those that `Formula.references` name, in their order; nil for one that names nothing.
  public var references: [Number?]

  public init(lines: [Number?], references: [Number?]) {
    self.lines = lines
    self.references = references
  }

  /// Those of a formula that stands for itself.
  public static let none = EquationNumbers(lines: [], references: [])

  func line(_ index: Int) -> Number? { lines.indices.contains(index) ? lines[index] : nil }

  func reference(_ index: Int) -> Number? { references.indices.contains(index) ? references[index] : nil }
}
