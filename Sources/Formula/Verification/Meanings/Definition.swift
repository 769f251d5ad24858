/// A function that formulas may speak of.
public struct Definition: Hashable, Sendable {
  /// Who defines it.
  public enum Origin: Hashable, Sendable {
    /// A cell, by its index.
    case cell(Int)
    /// A formula, by its index, after so many cells.
    case formula(Int, cellsBefore: Int)
  }

  /// What it gives.
  public enum Body: Hashable, Sendable {
    /// An expression in its parameters.
    case expression(Algebraic)
    /// What only running it tells: the name, which starts with `@`, under which values are asked for.
    case opaque(String)
  }

  /// As formulas write it: `f`, `alpha`, `x_1`.
  public var name: String
  public var parameters: [String]
  public var body: Body
  public var origin: Origin
  /// The index of the cell since which the body is so: that which defines the function, as where this is nil, or one
  /// that changed a variable which the function reads.
  public var since: Int?
  /// The names of the constants whose numbers are in the body: with others, it would be another.
  public var constants: Set<String>

  public init(
    name: String, parameters: [String], body: Body, origin: Origin, since: Int? = nil,
    constants: Set<String> = []
  ) {
    self.name = name
    self.parameters = parameters
    self.body = body
    self.origin = origin
    self.since = since
    self.constants = constants
  }

  /// Its value in its own parameters.
  var expression: Algebraic {
    switch body {
    case .expression(let expression): expression
    case .opaque(let name): .function(name, parameters.map(Algebraic.variable))
    }
  }

  /// What messages say of it.
  var mention: FormulaVerdict.Contradiction.Mention {
    var text: String?
    if case .expression(let expression) = body { text = expression.text }
    return .init(name: name, parameters: parameters, text: text, origin: origin)
  }

  var isOfCell: Bool {
    if case .cell = origin { return true }
    return false
  }

  var isOpaque: Bool {
    if case .opaque = body { return true }
    return false
  }

  /// Its value for arguments.
  func value(_ arguments: [Algebraic]) -> Algebraic {
    switch body {
    case .expression(let expression):
      expression.substituting(Dictionary(zip(parameters, arguments)) { first, _ in first })
    case .opaque(let name): .function(name, arguments)
    }
  }

  /// Twice the number of cells before it, and one more for a formula's.
  var position: Int {
    switch origin {
    case .cell(let index): 2 * (since ?? index) + 2
    case .formula(_, let cells): 2 * cells + 1
    }
  }
}

/// A number that a cell names.
public struct NamedNumber: Hashable, Sendable {
  /// As formulas write it.
  public var name: String
  public var value: Double
  /// The index of the cell that gave it the value.
  public var cell: Int
  /// Whether cells may change it. What a formula says of another value of it is no contradiction.
  public var isVariable: Bool

  public init(name: String, value: Double, cell: Int, isVariable: Bool = false) {
    self.name = name
    self.value = value
    self.cell = cell
    self.isVariable = isVariable
  }
}
