import Diagnostics
import SwiftSyntax

/// Gives names and types to the syntax of one source, and reports what is wrong with it.
final class Checker {
  let library: Library
  /// The index of the source at hand, and all sources so far.
  var source: Int
  /// The sources after parsing, by their indices.
  var trees: [Int: Syntax] = [:]
  /// The UTF-8 offset behind which the source at hand cannot be read, and is not checked.
  var readableEnd = Int.max
  var diagnostics: [Diagnostic] = []
  /// What following values through the statements has found: told only of code whose types are right.
  var flowDiagnostics: [Diagnostic] = []
  var scope: Scope
  var context: FunctionContext
  /// What the generic declarations around promise of their type parameters.
  var requirements: [Requirement] = []
  /// The loops and switches around.
  var labels: [LoopLabel] = []
  /// The variables that the patterns of the `case` at hand bind.
  var caseVariables: [String: VariableDeclaration] = [:]
  /// How deep `switch` cases are nested, for `fallthrough`.
  var caseDepth = 0
  var isLastCase = false
  /// The variables that the case after the one at hand binds.
  var nextCaseVariables: [String: TokenSyntax] = [:]
  /// Whether an expression could not be given a meaning; an error must then have been reported.
  var hasFailed = false
  var solver: Solver!
  /// The optional chains being built: what is unwrapped, and the variable for it.
  var chains: [[(base: Expression, variable: VariableDeclaration)]] = []
  /// Targets of assignments whose chain goes around the assignment.
  var openTargets: Set<SyntaxIdentifier> = []
  /// Default values being checked.
  var openDefaults: Set<SyntaxIdentifier> = []
  /// The types of implicit bases, as of `.name`, by the chain of members and calls that starts there.
  var implicitRoots: [SyntaxIdentifier: Type] = [:]
  /// The operators and precedence groups so far.
  var operatorDeclarations = OperatorDeclarations()
  /// Expressions that are the whole body of a closure: one without a result ignores their values.
  var closureResults: Set<ObjectIdentifier> = []
  /// Interpolated literals that may become values of types with an interpolation of their own.
  var interpolatedLiterals: [ObjectIdentifier: InterpolatedLiteral] = [:]
  /// What takes the errors of the statements at hand, and each `try` around the expression at hand.
  var catchers: [Catcher] = []
  var attempts: [AttemptMark] = []
  /// How many calls that may throw there have been.
  var throwCount = 0
  /// Whether the statements at hand are those of a `defer`.
  var isInDefer = false
  /// The type parameters of the functions around.
  var typeParameters: [GenericParameter] = []
  /// Members whose bodies have not been checked yet.
  var newMembers: [FunctionDeclaration] = []
  /// The `some P` of the parameter at hand; nil where there can be none.
  var implicitParameters: [(GenericParameter, TypeSyntax)]?
  /// Whether the source is a program of its own, and not part of a lesson, where the value of the last expression of a
  /// cell is shown.
  var isProgram = false
  /// Whether the item at hand is the last.
  var isLastItem = false
  /// Types written with type arguments, and what was known of type parameters there: checked once all is declared.
  var writtenTypes: [(type: Type, place: Place, requirements: [Requirement])] = []
  /// Properties whose types follow from their values and are not known yet, with the declarations that hold them.
  var openProperties: [VariableDeclaration: TypeDeclaration] = [:]
  /// Those that are being found, each for the value of the one before.
  var inferring: [VariableDeclaration] = []
  /// How many `declareAll` are under way: conformances are not all known then.
  var declaring = 0
  /// Whether the type at hand is part of a function's signature, which asks of type parameters what it needs.
  var isInSignature = false
  /// How deeply expressions are nested.
  var depth = 0

  static let deepest = 400

  init(library: Library, source: Int, scope: Scope, context: FunctionContext) {
    self.library = library
    self.source = source
    self.scope = scope
    self.context = context
  }

  /// Forgets what cells have left.
  func forgetCells() {
    scope = library.preludeScope
    context = FunctionContext(parent: nil, result: .void, isTop: true)
    trees = trees.filter { $0.key == 0 }
    diagnostics = []
    flowDiagnostics = []
    newMembers = []
    writtenTypes = []
    closureResults = []
    interpolatedLiterals = [:]
    openTargets = []
    implicitRoots = [:]
    openProperties = [:]
  }

  // MARK: Places and problems

  /// The source range of a node without the white space and comments around it.
  func place(_ node: some SyntaxProtocol) -> Place {
    // What nodes of all kinds share is asked of each by a detour.
    let node = Syntax(node)
    let start = node.positionAfterSkippingLeadingTrivia.utf8Offset
    let end = node.endPositionBeforeTrailingTrivia.utf8Offset
    return Place(source: source, range: start..<max(start, end))
  }

  func report(
    _ id: String, _ place: Place, _ message: String, severity: Diagnostic.Severity = .error,
    notes: [Diagnostic.Note] = [], fix: Diagnostic.Fix? = nil
  ) {
    if let solver, solver.searchDepth > 0 {
      // A candidate on trial has failed, if that is more than a warning; the search goes on.
      if severity == .error { solver.hasFailed = true }
      return
    }
    diagnostics.append(diagnostic(id, place, message, severity: severity, notes: notes, fix: fix))
  }

  /// Reports what only code with sound types can do wrong: a value that is missing or changed at the wrong time.
  func reportFlow(
    _ id: String, _ place: Place, _ message: String, notes: [Diagnostic.Note] = [],
    fix: Diagnostic.Fix? = nil
  ) {
    flowDiagnostics.append(diagnostic(id, place, message, notes: notes, fix: fix))
  }

  /// All problems so far.
  var problems: [Diagnostic] {
    diagnostics.contains { $0.severity == .error } ? diagnostics : diagnostics + flowDiagnostics
  }

  /// Follows values through the statements of a body.
  func checkFlow(_ statements: [Statement]) {
    var initialization = Initialization(self)
    initialization.check(statements)
    checkKeptClosures(statements)
  }

  /// Looks at what closures keep and at what calls change.
  func checkKeptClosures(_ statements: [Statement]) {
    var escaping = Escaping(self)
    escaping.check(statements)
    Exclusivity(self).check(statements)
  }

  func diagnostic(
    _ id: String, _ place: Place, _ message: String, severity: Diagnostic.Severity = .error,
    notes: [Diagnostic.Note] = [], fix: Diagnostic.Fix? = nil
  ) -> Diagnostic {
    Diagnostic(
      severity, id, file: library.sourceName(place.source), range: place.range, message, notes: notes,
      fix: fix)
  }

  func unsupported(_ node: some SyntaxProtocol, _ what: String) {
    report("unsupported", place(node), "\(what) is not supported in cells")
  }

  func note(_ message: String, _ place: Place) -> Diagnostic.Note {
    Diagnostic.Note(message, at: Diagnostic.Place(file: library.sourceName(place.source), range: place.range))
  }

  // MARK: Scopes

  /// Runs `body` in a new scope inside the current one.
  func inNewScope<Result>(context newContext: FunctionContext? = nil, _ body: () -> Result) -> Result {
    let outer = (scope, context)
    if let newContext { context = newContext }
    scope = Scope(parent: scope, context: context)
    defer { (scope, context) = outer }
    return body()
  }

  /// Declares a variable in the current scope; twice in one scope is an error, but where it may hide the other.
  func declare(_ variable: VariableDeclaration, mayHide: Bool = false) {
    if variable.name == "_" { return }
    if let earlier = scope.variables[variable.name], earlier.name != "self", !mayHide {
      report(
        "name.redeclared", variable.place, "'\(variable.name)' is declared twice in the same scope",
        notes: [note("it is first declared here", earlier.place)])
    }
    if scope !== library.preludeScope, let function = scope.functions[variable.name]?.first,
      variable.name != "self"
    {
      let (first, second) =
        function.place.range.lowerBound < variable.place.range.lowerBound
        ? (function.place, variable.place) : (variable.place, function.place)
      report(
        "name.redeclared", second, "'\(variable.name)' is already declared in this scope",
        notes: [note("it is declared here", first)])
    }
    variable.isGlobal = scope === library.cellScope
    scope.declare(variable)
  }

  /// Notes that the current code uses a variable, which closures on the way must capture.
  func use(_ variable: VariableDeclaration) {
    guard !variable.isGlobal, let owner = variable.context, owner !== context else { return }
    variable.isCaptured = true
    var current: FunctionContext? = context
    while let inner = current, inner !== owner {
      inner.capture(variable)
      current = inner.parent
    }
  }

  // MARK: Protocols

  /// The protocols that a type parameter, or a member of one, is known to conform to here, and classes that it
  /// inherits from.
  func protocols(of type: Type) -> [NominalDeclaration] {
    var found: [NominalDeclaration] = []
    func add(_ declaration: NominalDeclaration) {
      for start in [declaration] + declaration.ancestors {
        for inherited in start.inherited where !found.contains(inherited) { found.append(inherited) }
      }
    }
    for requirement in requirements {
      if case .conforms(let subject, let declaration) = requirement, normalized(subject) == type {
        add(declaration)
      }
    }
    if case .parameter(let parameter) = type {
      for declaration in library.protocols where declaration.selfParameter === parameter { add(declaration) }
    }
    if case .member(let base, _) = type {
      // A protocol may ask more of the associated types of those that it refines.
      for declaration in protocols(of: base) where declaration.kind == .protocolType {
        for requirement in declaration.associatedRequirements {
          let own: Substitution = [declaration.selfParameter: base]
          if case .conforms(let subject, let other) = requirement,
            normalized(subject.substituting(own)) == type
          {
            add(other)
          }
        }
      }
    }
    if case .existential(let protocols) = type { protocols.forEach(add) }
    return found
  }

  /// A type with members of type parameters written in the one way that the requirements prefer.
  func normalized(_ type: Type) -> Type {
    if type.isPlain { return type }
    return type.mapped { part in
      guard case .member(let unresolved, let name) = part else {
        if case .parameter = part {
          for case .same(let left, let right) in self.requirements where left == part { return right }
        }
        return nil
      }
      let base = self.normalized(unresolved)
      if let member = base.memberType(name) { return self.normalized(member) }
      if case .existential = base { return self.boundOfMember(name, of: base) }
      let whole = Type.member(base, name)
      for case .same(let left, let right) in self.requirements where left == whole {
        return right
      }
      if let known = self.ownAssociatedType(of: base, whole) { return known }
      if case .member(let outer, _) = base {
        for declaration in self.protocols(of: outer) where declaration.kind == .protocolType {
          if let known = declaration.sameType(as: whole, of: outer) { return known }
        }
      }
      return whole
    }
  }

  /// What the protocols of a type parameter say that an associated type of it is: `where Element == Character`.
  private func ownAssociatedType(of base: Type, _ whole: Type) -> Type? {
    guard case .parameter = base else { return nil }
    for case .conforms(base, let declaration) in requirements {
      for inherited in declaration.inherited where !inherited.associatedRequirements.isEmpty {
        if let known = inherited.sameType(as: whole, of: base) { return known }
      }
    }
    return nil
  }

  /// Whether a type without unknowns conforms to a protocol.
  func conforms(_ type: Type, to wanted: NominalDeclaration) -> Bool {
    let type = type.shallow
    if wanted.kind == .classType {
      if case .variable(let variable) = type { return variable.literal == nil }
      return type.hasError || supertype(of: type, as: wanted) != nil
    }
    if let fixed = wanted.fixed {
      return conforms(type, to: fixed.base)
        && zip(fixed.base.primaryAssociatedTypes, fixed.types).allSatisfy { name, wanted in
          let found = normalized(.member(type, name))
          return found.hasVariables || found.resolved == wanted.resolved
        }
    }
    if wanted.place.source == 0 {
      // What the compiler knows of every type.
      switch wanted.name {
      case "AnyObject": return isClassBound(type)
      case "Sendable", "_Anything": return true
      default: break
      }
    }
    switch type {
    case .error: return true
    case .nominal(let declaration, let arguments):
      guard let conformance = library.conformance(of: declaration, to: wanted) else { return false }
      if conformance.requirements.isEmpty { return true }
      let substitution = declaration.substitution(arguments)
      return conformance.requirements.allSatisfy { requirement in
        switch requirement {
        case .conforms(let subject, let other):
          let subject = subject.substituting(substitution).shallow
          if case .variable(let variable) = subject { return couldConform(variable, to: other) }
          return conforms(subject, to: other)
        case .same(let left, let right):
          let left = left.substituting(substitution).shallow
          let right = right.substituting(substitution).shallow
          if case .variable(let variable) = left {
            return variable.literal.map { solver?.accepts(right, $0) ?? false } ?? true
          }
          return left.resolved == right.resolved
        }
      }
    case .member(let base, _) where base.hasVariables: return true
    case .parameter, .member, .existential:
      let normal = normalized(type)
      if case .nominal = normal { return conforms(normal, to: wanted) }
      return protocols(of: normal).contains(wanted)
    case .variable(let variable): return couldConform(variable, to: wanted)
    case .tuple, .function, .metatype: return false
    }
  }

  func isClassBound(_ type: Type) -> Bool {
    switch type {
    case .nominal(let declaration, _): declaration.kind == .classType
    case .existential(let protocols): protocols.contains { isClassBound($0) }
    case .parameter, .member: protocols(of: normalized(type)).contains { isClassBound($0) }
    default: false
    }
  }

  private func couldConform(_ variable: TypeVariable, to wanted: NominalDeclaration) -> Bool {
    guard let literal = variable.literal, let type = library.literalType(literal) else { return true }
    if conforms(type, to: wanted) { return true }
    return literal == .integer && conforms(library.double, to: wanted)
  }
}
