/// A random expression of three Ints, which the test itself can evaluate.
indirect enum IntExpression {
  case variable(Int)
  case literal(Int)
  case negated(IntExpression)
  case complement(IntExpression)
  case binary(Operation, IntExpression, IntExpression)
  case choice(IntExpression, String, IntExpression, IntExpression, IntExpression)

  struct Operation {
    var symbol: String
    var precedence: Int
  }

  /// What ends the evaluation: the id of the engine's diagnostic.
  struct Failure: Error, Equatable {
    var id: String
    static let overflow = Failure(id: "trap.overflow")
    static let division = Failure(id: "trap.division")
  }

  static let names = ["a", "b", "c"]

  private static let operations =
    ["+", "-", "&+", "&-", "|", "^"].map { Operation(symbol: $0, precedence: 2) }
    + ["*", "/", "%", "&*", "&"].map { Operation(symbol: $0, precedence: 3) }
    + ["<<", ">>"].map { Operation(symbol: $0, precedence: 4) }

  /// Never one of literals alone, which the compiler would evaluate.
  static func random(depth: Int, _ generator: inout Generator) -> IntExpression {
    if depth == 0 { return .variable(generator.below(3)) }
    switch generator.below(12) {
    case 0: return .variable(generator.below(3))
    case 1: return .negated(random(depth: depth - 1, &generator))
    case 2: return .complement(random(depth: depth - 1, &generator))
    case 3:
      return .choice(
        random(depth: depth - 1, &generator), generator.pick(["<", "<=", ">", ">=", "==", "!="]),
        random(depth: depth - 1, &generator), random(depth: depth - 1, &generator),
        random(depth: depth - 1, &generator))
    case 4, 5:
      return .binary(
        generator.pick(operations), random(depth: depth - 1, &generator), .literal(1 + generator.below(9)))
    default:
      return .binary(
        generator.pick(operations), random(depth: depth - 1, &generator), random(depth: depth - 1, &generator)
      )
    }
  }

  /// With no more parentheses than Swift needs.
  var text: String { text(above: 0) }

  /// Behind a prefix operator, which must not touch another.
  private var asOperand: String {
    let text = text(above: 10)
    return text.hasPrefix("-") || text.hasPrefix("~") ? "(\(text))" : text
  }

  private func text(above precedence: Int) -> String {
    switch self {
    case .variable(let index): return Self.names[index]
    case .literal(let value): return String(value)
    case .negated(let operand): return "-" + operand.asOperand
    case .complement(let operand): return "~" + operand.asOperand
    case .binary(let operation, let left, let right):
      // Shifts do not associate.
      let leftBound = operation.precedence == 4 ? 5 : operation.precedence
      let text =
        "\(left.text(above: leftBound)) \(operation.symbol) \(right.text(above: operation.precedence + 1))"
      return operation.precedence < precedence ? "(\(text))" : text
    case .choice(let left, let comparison, let right, let yes, let no):
      return "(\(left.text(above: 2)) \(comparison) \(right.text(above: 2)) ? \(yes.text(above: 1)) : "
        + "\(no.text(above: 1)))"
    }
  }

  func value(_ variables: [Int]) throws(Failure) -> Int {
    switch self {
    case .variable(let index): return variables[index]
    case .literal(let value): return value
    case .negated(let operand):
      return try Self.checked(0.subtractingReportingOverflow(operand.value(variables)))
    case .complement(let operand): return ~(try operand.value(variables))
    case .choice(let left, let comparison, let right, let yes, let no):
      let x = try left.value(variables)
      let y = try right.value(variables)
      let holds =
        switch comparison {
        case "<": x < y
        case "<=": x <= y
        case ">": x > y
        case ">=": x >= y
        case "==": x == y
        default: x != y
        }
      return holds ? try yes.value(variables) : try no.value(variables)
    case .binary(let operation, let left, let right):
      let x = try left.value(variables)
      let y = try right.value(variables)
      switch operation.symbol {
      case "+": return try Self.checked(x.addingReportingOverflow(y))
      case "-": return try Self.checked(x.subtractingReportingOverflow(y))
      case "*": return try Self.checked(x.multipliedReportingOverflow(by: y))
      case "/":
        if y == 0 { throw .division }
        return try Self.checked(x.dividedReportingOverflow(by: y))
      case "%":
        if y == 0 { throw .division }
        return try Self.checked(x.remainderReportingOverflow(dividingBy: y))
      case "&+": return x &+ y
      case "&-": return x &- y
      case "&*": return x &* y
      case "|": return x | y
      case "^": return x ^ y
      case "&": return x & y
      case "<<": return x << y
      default: return x >> y
      }
    }
  }

  private static func checked(_ result: (partialValue: Int, overflow: Bool)) throws(Failure) -> Int {
    if result.overflow { throw .overflow }
    return result.partialValue
  }
}
