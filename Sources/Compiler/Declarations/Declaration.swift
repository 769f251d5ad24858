import SwiftSyntax

/// What a name can stand for besides a type.
enum Declaration {
  case variable(VariableDeclaration)
  case function(FunctionDeclaration)

  var place: Place {
    switch self {
    case .variable(let variable): variable.place
    case .function(let function): function.place
    }
  }
}

/// From where a member may be used.
enum Access {
  case open
  /// Read from anywhere, changed only inside its type.
  case privateSet
  /// Only inside its type.
  case isPrivate
}

/// Where a declaration was written.
struct Place: Hashable {
  /// The index of the source.
  var source: Int
  /// UTF-8 offsets in it.
  var range: Range<Int>
}

/// A variable, constant, parameter or stored property.
final class VariableDeclaration: Hashable {
  let name: String
  var type: Type
  private(set) var isLet: Bool
  /// Whose frame holds it; nil for stored properties.
  let context: FunctionContext?
  let place: Place
  /// Whether it is a top-level variable, seen by functions and later cells.
  var isGlobal = false
  /// Whether a closure or local function uses it from inside.
  var isCaptured = false
  /// Whether it has its value from its declaration on.
  var isInitialized = true
  /// Whether it is an `inout` parameter, given back to the caller at the end.
  var isInout = false
  var isParameter = false
  /// Whether it is a function that may be called and handed on, but not kept: a parameter without `@escaping`.
  var isNonescaping = false
  /// Of the value that an optional chain unwraps: what is unwrapped, and whether the chain changes it there.
  var linkBase: Expression?
  var isLinkChanged = false
  /// The offset at which the expression for its first value ends.
  var valueEnd: Int?
  /// The expression for its first value, of a stored property.
  var initialValue: ExprSyntax?
  /// The type whose property it is.
  var owner: NominalDeclaration?
  /// Computes the first value: of a `lazy` or static property when it is first used, of others in an initialiser.
  var initializer: FunctionDeclaration?
  /// Whether it is a static property or a global of the kind that gets its value when it is first used.
  var isLazyGlobal = false
  /// Whether it does not keep what it refers to.
  var isWeak = false
  /// Whether, being weak, it must still refer to something where it is read.
  var isUnowned = false
  /// Whether it is marked `@noDerivative`: nothing is differentiated by it.
  var hasNoDerivative = false
  /// Reads it, where a protocol or subclass reaches it through a function.
  var getter: FunctionDeclaration?
  /// Whether `willSet` or `didSet` watch it: it is then changed through the getter's setter.
  var isObserved = false
  var access = Access.open
  /// The wrapped property whose storage it is.
  var wrapped: WrappedProperty?
  /// Whether its declaration says its type.
  var hasWrittenType = false
  /// Whether its type is written with `!`.
  var isImplicitlyUnwrapped = false
  /// Whether its value is what `reversed()` and the like give, which the compiler does not show as an array.
  var holdsView = false
  /// Of a variable for what a function gives as `some P`: the protocols of which alone it has members.
  var promised: [NominalDeclaration] = []
  /// Says why it may no longer be used: its value was lost in a trap.
  var lost: String?

  init(name: String, type: Type, isLet: Bool, context: FunctionContext?, place: Place) {
    self.name = name
    self.type = type
    self.isLet = isLet
    self.context = context
    self.place = place
  }

  /// Makes a parameter of a closure one whose changes the caller sees, or one that does not change.
  func become(isInout: Bool) {
    self.isInout = isInout
    isLet = !isInout
  }

  /// Whether it lives in a box on the heap, shared with the closures that use it.
  var isBoxed: Bool { isCaptured && !isGlobal && (!isLet || !isInitialized) }

  static func == (left: VariableDeclaration, right: VariableDeclaration) -> Bool { left === right }
  func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

/// A body of code with a frame of its own: a cell's top level, a function or a closure.
final class FunctionContext {
  let parent: FunctionContext?
  /// Whether it is the top level of a cell.
  let isTop: Bool
  /// What it uses of the frames around it, in the order of first use.
  var captures: [VariableDeclaration] = []
  /// Local functions that it uses, whose captures it needs as well.
  var usedFunctions: [FunctionDeclaration] = []
  /// What `return` must give; unknown in a closure until its body is seen.
  var result: Type
  /// Whether errors may leave it, and of which type only.
  var canThrow = false
  var thrown: Type?
  /// Whether it is the body of a `rethrows` function.
  var isRethrowing = false
  /// The function whose body it is, where that has a result of `some` type.
  var opaque: FunctionDeclaration?
  /// The initialiser whose body it is.
  var initializer: FunctionDeclaration?
  /// The blocks in which an initialiser has made the wrappers of wrapped properties.
  var wrapped: [VariableDeclaration: Set<SyntaxIdentifier>] = [:]
  /// The property whose observer or accessor it is, which it reaches directly.
  var directProperty: VariableDeclaration?

  init(parent: FunctionContext?, result: Type, isTop: Bool = false) {
    self.parent = parent
    self.isTop = isTop
    self.result = result
  }

  func capture(_ variable: VariableDeclaration) {
    if !captures.contains(variable) { captures.append(variable) }
  }
  /// What it needs of the frames around it: for its own uses, and for the local functions that it calls.
  var allCaptures: [VariableDeclaration] {
    var found = captures
    var seen: Set<FunctionDeclaration> = []
    var queue = usedFunctions
    while let function = queue.popLast() {
      guard seen.insert(function).inserted, let inner = function.checked?.context else { continue }
      for capture in inner.captures where !found.contains(capture) && capture.context !== self {
        found.append(capture)
      }
      queue += inner.usedFunctions
    }
    return found
  }
}
