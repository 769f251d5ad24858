/// What became of the verification of a formula.
public enum FormulaVerdict: Hashable, Sendable {
  /// What is compared in it holds.
  case verified(Evidence)
  case contradicted(Contradiction)
  /// It is one side only, which says nothing that could be true or false.
  case silent
  /// It says nothing that can be compared, for a reason.
  case unread(String)
  /// Its TeX cannot be read.
  case unreadable(FormulaError)
  /// Its author exempts it, for a reason.
  case exempt(String)

  /// How it is known that a formula holds.
  public enum Evidence: Hashable, Sendable {
    /// Both sides have one normal form, or are the same number.
    case proof
    /// Both sides have the same values, but for rounding, at so many points.
    case agreement(points: Int)
    /// A number agrees to the digits shown.
    case digits
    /// Some sides are equal, and of others it is not known, for a reason.
    case part(unread: String)
  }

  /// Two sides that are not equal.
  public struct Contradiction: Hashable, Sendable {
    /// The place of the wrong side in the TeX, in UTF-8 offsets.
    public var range: Range<Int>
    public var reason: Reason
    /// The definitions of cells and of prose that the formula was taken to speak of.
    public var definitions: [Mention]

    public init(range: Range<Int>, reason: Reason, definitions: [Mention]) {
      self.range = range
      self.reason = reason
      self.definitions = definitions
    }

    /// A definition, as far as messages speak of it.
    public struct Mention: Hashable, Sendable {
      public var name: String
      public var parameters: [String]
      /// What it is in its parameters; nil where only running it tells.
      public var text: String?
      public var origin: Definition.Origin

      public init(name: String, parameters: [String], text: String?, origin: Definition.Origin) {
        self.name = name
        self.parameters = parameters
        self.text = text
        self.origin = origin
      }
    }

    /// In what way the sides differ.
    public enum Reason: Hashable, Sendable {
      /// Their values differ at a point; `correct` is the left side worked out, where it can be written.
      case values(left: Double, right: Double, at: [Algebraic.Comparison.Coordinate], correct: String?)
      /// Their derivatives by a name differ at a point: one of them is an integral without bounds.
      case derivatives(by: String, left: Double, right: Double, at: [Algebraic.Comparison.Coordinate])
      /// Two numbers differ.
      case numbers(left: Double, right: Double)
      /// Two numbers agree to the digits shown, which `=` does not say.
      case rounded(left: Double, right: Double)
      /// A number does not agree with the digits shown of another.
      case digits(value: Double, shown: Double)
      /// A limit that does not exist where what stands over the vanishing divisor is not 0.
      case noLimit(numerator: String, correct: String)
      /// A limit that is said to be a number, and is not finite: what stands over the vanishing divisor is not 0.
      case infinite(numerator: String)
      /// A polynomial near to the left side has another coefficient at a power than its Taylor series at 0.
      case coefficient(of: String, power: Int, left: String, right: String)
      /// A value does not solve an equation.
      case noSolution(name: String, value: Double, left: Double, right: Double)
    }
  }
}
