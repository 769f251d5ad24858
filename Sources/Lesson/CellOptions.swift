/// What the attributes of a cell's info string and its `//|` lines say.
public struct CellOptions: Sendable, Hashable {
  public var label: String?
  public var classes: [String] = []
  /// Show the source.
  public var echo = true
  /// Run the cell.
  public var eval = true
  /// Show what it outputs.
  public var output = true
  /// Show anything of it.
  public var include = true
  /// The cell must fail, and its diagnostic or trap is its output.
  public var error = false
  /// Show the source folded.
  public var codeFold = false
  /// How much of a long text that it shows is folded.
  public var outputFold = OutputFold.whereLong
  /// Show the data of its figures under each, folded.
  public var figureData = false
  /// Inline cells in it run after the cell.
  public var figureCaption: [Inline]?
  public var figureAlternative: String?
  /// The constants that readers move; one, two or none.
  public var sliders: [Slider] = []
  public var seed: UInt64?
  /// How closely the cell's recording must agree, unless the output fence says otherwise.
  public var tolerance = Tolerance.exact
  /// The most instructions that the cell may execute.
  public var fuel: Int?
  /// The most bytes of heap that the lesson may hold when this cell runs.
  public var heap: Int?
  /// The deepest nesting of calls.
  public var depth: Int?
  /// The most bytes that the cell may print.
  public var printed: Int?

  public init() {}
}
