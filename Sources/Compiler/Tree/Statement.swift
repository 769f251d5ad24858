/// A checked statement.
indirect enum Statement {
  case expression(Expression)
  case bind(Pattern, Expression)
  /// A variable without a value yet.
  case declare(VariableDeclaration)
  case block([Statement])
  case ifElse(IfStatement)
  case guardElse([Condition], [Statement])
  case whileLoop(label: LoopLabel, [Condition], [Statement])
  case repeatLoop(label: LoopLabel, [Statement], Expression)
  case forIn(ForStatement)
  case switchCase(SwitchStatement)
  case returnValue(Expression?, Place)
  case breakLoop(LoopLabel)
  case continueLoop(LoopLabel)
  case fallthroughCase
  /// Leaves with an error, a value of type `any Error`.
  case throwError(Expression)
  /// The body of `do`, the variable that an error in it is given to, and what is done then.
  case doCatch([Statement], VariableDeclaration, [Statement], label: LoopLabel)
  /// Runs when the scope around is left.
  case deferred([Statement])
}

/// What `break` and `continue` name.
final class LoopLabel {
  let name: String?
  let isLoop: Bool
  /// Whether it is a `do`, which `continue` may name as well.
  let isBlock: Bool

  init(name: String?, isLoop: Bool = true, isBlock: Bool = false) {
    self.name = name
    self.isLoop = isLoop
    self.isBlock = isBlock
  }
}

/// A condition of `if`, `guard` or `while`.
enum Condition {
  case boolean(Expression)
  /// `let x = optional`.
  case optionalBinding(VariableDeclaration, Expression)
  /// `case pattern = value`.
  case match(Pattern, VariableDeclaration, Expression)
}

struct IfStatement {
  var conditions: [Condition]
  var thenBody: [Statement]
  var elseBody: [Statement]?
  var label: LoopLabel
  var place: Place
}

struct ForStatement {
  /// How the elements are reached.
  enum Kind {
    /// Over `a..<b` or `a...b` written in place.
    case range(lower: Expression, upper: Expression, isClosed: Bool)
    case array(Expression)
    /// `makeIterator()` bound to a variable, and the call of its `next()`.
    case iterator(Expression, VariableDeclaration, next: Expression)
  }

  var kind: Kind
  var element: VariableDeclaration
  var pattern: Pattern
  /// Whether elements that the pattern does not match are passed over: `for case`.
  var isSelecting = false
  var condition: Expression?
  var body: [Statement]
  var label: LoopLabel
  var place: Place
}

struct SwitchStatement {
  struct Case {
    /// Any of these, each with its `where`.
    var patterns: [(pattern: Pattern, condition: Expression?)]
    var body: [Statement]
  }

  var subject: Expression
  var variable: VariableDeclaration
  var cases: [Case]
  var label: LoopLabel
  var place: Place
}

/// What a value is matched against.
indirect enum Pattern {
  case any
  case variable(VariableDeclaration)
  case tuple([Pattern])
  /// A test of the part at hand: an expression that mentions `VariableDeclaration`.
  case test(Expression, of: VariableDeclaration)
  /// A case of an enumeration and a pattern for its payload, which `holder` stands for once it has been taken out.
  case enumeration(EnumerationCase, Pattern, holder: VariableDeclaration)
  /// A value of another type; `holder` stands for the value as that type.
  case cast(Type, Pattern, holder: VariableDeclaration)
  /// `x?`: matches what is wrapped.
  case optional(Pattern)
}
