import SwiftSyntax

/// A call whose callee is chosen among overloads.
final class CallSite {
  struct Argument {
    var label: String?
    var expression: Expression
    var isTrailingClosure = false
    /// The frame in which it is evaluated where the parameter is an `@autoclosure`.
    var autoclosure: FunctionContext?
  }

  /// A declaration that the call could mean, with the value before the dot.
  struct Candidate {
    var declaration: FunctionDeclaration
    var base: Expression?
  }

  let name: String
  let namePlace: Place
  var candidates: [Candidate]
  var arguments: [Argument]
  let isOperator: Bool
  /// Whether it is `super.name`: the method itself, not what overrides it.
  var isSuper = false
  /// The instance that an initialiser is called on: `self.init(…)`, `super.init(…)`.
  var initialized: Expression?
  /// Whether `!` stands behind such a call, so that it must not fail.
  var isForced = false
  /// Whether the function is used as a value, not called.
  var isReference = false
  /// The choice, and the unknowns that stand for its type parameters.
  var chosen: (candidate: Candidate, substitution: Substitution, matched: [ArgumentMatch])?

  /// The declaration that is meant: the one that was chosen, or the only one; nil where that is not known yet.
  var meant: FunctionDeclaration? {
    (chosen?.candidate ?? (candidates.count == 1 ? candidates[0] : nil))?.declaration
  }

  init(
    name: String, namePlace: Place, candidates: [Candidate], arguments: [Argument], isOperator: Bool = false
  ) {
    self.name = name
    self.namePlace = namePlace
    self.candidates = candidates
    self.arguments = arguments
    self.isOperator = isOperator
  }
}

/// What a parameter gets in a call.
enum ArgumentMatch {
  case argument(Int)
  case variadic([Int])
  case defaultValue
}

/// A member whose base is not known yet.
final class MemberSite {
  let base: Expression
  let name: String
  let namePlace: Place
  /// The labels written behind the name.
  let labels: [String?]?
  /// The call that it is the callee of.
  var call: (arguments: [CallSite.Argument], site: CallSite?)?
  /// Whether it is `.name`, whose base is the type that the context expects.
  var isImplicit = false
  /// What it turned out to be.
  var found: Expression?

  init(
    base: Expression, name: String, namePlace: Place, arguments: [CallSite.Argument]?,
    labels: [String?]? = nil
  ) {
    self.base = base
    self.name = name
    self.namePlace = namePlace
    self.labels = labels
    self.call = arguments.map { ($0, nil) }
  }
}
