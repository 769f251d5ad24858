/// A node of a typed expression; types may hold unknowns until the solver is done.
final class Expression {
  enum Kind {
    case integer(String, isNegative: Bool)
    case double(Double)
    case boolean(Bool)
    case string(String)
    case interpolation([Segment])
    case none
    case variable(VariableDeclaration)
    /// A function as a value, its `self` bound where it has one.
    case function(FunctionReference)
    case type(Type)
    /// A call whose callee is yet to be chosen among overloads; becomes `call`.
    case unresolvedCall(CallSite)
    case unresolvedMember(MemberSite)
    /// A direct call: arguments in the order of the parameters, `self` first.
    case call(FunctionReference, [Expression])
    /// A call of a function value.
    case apply(Expression, [Expression])
    case closure(Closure)
    /// A key path literal; becomes a closure or an object.
    case keyPath(KeyPathSite)
    case array([Expression])
    /// A dictionary literal: keys and values in turn.
    case dictionary([Expression])
    case tuple([Expression])
    case element(Expression, Int)
    case property(Expression, VariableDeclaration)
    /// A new instance of a class, filled by an initialiser.
    case make(FunctionReference, [Expression])
    /// A new value of a type that is known only at run time, the first part.
    case makeDynamic(Expression, FunctionReference, [Expression])
    /// An initialiser called on an instance, the first argument; a failure is passed on.
    case initialize(FunctionReference, [Expression])
    /// `self = other` in a failable initialiser, which fails with the other.
    case delegate(Expression, Expression)
    /// A value with which an initialiser leaves before its instance is whole, or a call that does so where it throws:
    /// the `deinit` of the instance does not run.
    case abandon(VariableDeclaration, Expression)
    /// An instance as one of its superclass.
    case upcast(Expression)
    /// What a weak property keeps of a value: a cell, in one slot.
    case weaken(Expression)
    /// A value that never comes to be: its code does not return.
    case unreachable(Expression)
    /// What a box of a value holds, known to be of the expression's type.
    case unbox(Expression)
    /// `value is Type`.
    case isType(Expression, Type)
    /// `value as? Type`; the expression's type is optional.
    case castOptional(Expression, Type)
    /// `value as! Type`.
    case castForced(Expression, Type)
    /// A value made by naming the fields of a structure in order.
    case construct([Expression])
    case assign(Expression, Expression)
    case discard(Expression)
    case ternary(Expression, Expression, Expression)
    case and(Expression, Expression)
    case or(Expression, Expression)
    case inoutReference(Expression)
    case wrap(Expression)
    case erase(Expression)
    case forceUnwrap(Expression)
    /// `a ?? b` and the like: the wrapped value, or another.
    case coalesce(Expression, Expression)
    case isNil(Expression, negated: Bool)
    /// `a?.b`: evaluates `inner` with `variable` bound to the wrapped value of `base`, else nil.
    case chain(base: Expression, variable: VariableDeclaration, inner: Expression)
    /// `if` or `switch` as a value: each branch's value, then the statements that choose.
    case branches(Branches)
    /// `try`, `try?` or `try!` before what may throw.
    case attempt(Expression, Attempt)
    /// Statements that set a variable, and its value.
    case block([Statement], VariableDeclaration)
    case error
  }

  enum Segment {
    case text(String)
    case value(Expression)
    /// What a call of `appendInterpolation` appends to the variable.
    case appended(VariableDeclaration, Expression)
  }

  /// The forms of `try`.
  enum Attempt {
    case plain, optional, forced
  }

  var kind: Kind
  var type: Type
  let place: Place
  /// Whether it is a call that may throw: what comes after it happens only where it does not.
  var canThrow = false
  /// Whether it is a `self` that the text leaves out.
  var isImplied = false
  /// Whether `as` gives it its type.
  var isCoerced = false

  init(_ kind: Kind, _ type: Type, _ place: Place) {
    self.kind = kind
    self.type = type
    self.place = place
  }
}

/// `if` or `switch` used as a value: its branches belong to the expression around it.
final class Branches {
  /// `if` and `else if`: the conditions of each branch but the last.
  var conditions: [[Condition]] = []
  /// `switch`: what is switched over, and the patterns of each branch.
  var subject: (value: Expression, variable: VariableDeclaration)?
  var patterns: [[(pattern: Pattern, condition: Expression?)]] = []
  var values: [Expression] = []
  /// What the branches do that have no value but leave.
  var leaving: [Int: [Statement]] = [:]
  let place: Place

  init(place: Place) { self.place = place }
}

/// A declared function with what stands for its type parameters.
struct FunctionReference {
  var declaration: FunctionDeclaration
  var substitution: Substitution
  /// Whether it is called as it is, even where a subclass overrides it.
  var isDirect = false
}

/// A closure expression.
final class Closure {
  let context: FunctionContext
  var parameters: [VariableDeclaration]
  var statements: [Statement] = []
  /// The values of its capture list, taken when it is made.
  var captureList: [(VariableDeclaration, Expression)] = []
  /// Whether its body has been checked.
  var isChecked = false
  /// Whether the checker has made it of a function or method that it passes its arguments on to.
  var isForwarding = false
  /// Whether the text writes it, without the type of its result.
  var leavesResultOpen = false
  /// What stands for the type parameters of the callee in the type of its result builder.
  var builderParameters: Substitution = [:]

  init(context: FunctionContext, parameters: [VariableDeclaration]) {
    self.context = context
    self.parameters = parameters
  }
}
