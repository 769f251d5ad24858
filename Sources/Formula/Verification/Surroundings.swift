/// What the words around a formula say of what it means.
///
/// Words decide nothing alone: a formula that holds for the cells is verified whatever stands around it. They are asked
/// where one does not.
public struct Surroundings: Hashable, Sendable {
  /// How the words before a formula introduce what it says, the plainest last.
  public enum Introduction: Int, Comparable, Sendable {
    case none
    /// "Let", "consider", "if".
    case given
    /// "Suppose", "imagine", "now let".
    case supposed
    /// "Instead", "another function", "if it began with twice as many, it would be".
    case other

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  public var introduction = Introduction.none
  /// Whether it is what its sentence supposes: "suppose that $f(2) = 3$", "if $f(2) = 3$".
  public var isSupposition = false
  /// Whether that is supposed of all numbers: "if $f'(x) = 0$ for all $x$".
  public var supposesAll = false
  /// Whether its sentence may say where something holds: with "if", "when", "solve".
  public var isConditional = false
  /// The formulas of its sentence, by their indices in the lesson, in order.
  public var sentence: [Int] = []
  /// −1 or 1 where its sentence speaks of something negative or positive; nil for none or both.
  public var sign: Double?
  /// Whether its sentence, or the one behind it, calls it a mistake, or its paragraph doubts what someone says.
  public var isMistake = false
  /// Whether its sentence says what someone says: "a student writes".
  public var isClaim = false
  /// Whether the words before it say that it is what was said before: "that is".
  public var isRestatement = false
  /// Whether it stands in an exercise or its solution.
  public var isExercise = false
  /// Whether its sentence, or one before it in its paragraph, counts in another way: modulo a number, in binary digits, with truth values.
  public var countsOtherwise = false
  /// Whether its sentence, or one before it in its paragraph, measures angles in degrees.
  public var measuresDegrees = false
  /// Whether its sentence says that it holds, and neither supposes it nor asks where it does.
  var isAssertion: Bool { introduction == .none && !isSupposition && !isConditional && !isMistake }
  /// The numbers in the words of its paragraph and the one before it.
  public var numbers: [Double] = []

  public init() {}
}
