import Diagnostics

/// What must hold between the types of an expression.
enum Constraint {
  /// The expression's value is used where `to` is expected.
  case conversion(Expression, to: Type, because: ConversionReason)
  /// One of the candidates is called; the expression is the call.
  case call(CallSite, Expression)
  /// The expression is a member of a base that is not known yet.
  case member(MemberSite, Expression)
  /// The function value is called with the arguments; the last expression is the call.
  case apply(Expression, [Expression], Expression)
  /// The type conforms to the protocol.
  case conforms(Type, NominalDeclaration, Place, callee: String)
  /// The two types are one; waits for members of types that are not known yet.
  case same(Type, Type, Place, callee: String)
  /// What an optional chain gives: the inner value's type, made optional once.
  case chain(Expression, to: Type)
  /// What `??` gives, by the type of its alternative: the wrapped type, or an optional of it.
  case coalesce(Expression, wrapped: Type, to: Type)
  /// The body of a closure of several statements is checked once its parameters are known.
  case closure(Closure, ClosureBody)
  /// A key path literal is what its context expects.
  case keyPath(KeyPathSite, Expression)
  /// A key path lets what it leads to be changed.
  case allows(KeyPathSite, KeyPathSite.Access, Place)
  /// What `!`, `?`, optional binding and `??` unwrap is an optional; it may be none where asking in vain is no mistake.
  case unwrap(Expression, to: Type, mayBePlain: Bool = false)
}

/// Why a conversion is asked for; decides the words of the error.
enum ConversionReason {
  case argument(CallSite, FunctionDeclaration, index: Int)
  case applied
  case assignment
  case initialization
  case result
  /// The result of a closure, written with `return`: a closure without a result must not have one.
  case returned
  case condition
  case element
  /// A key or value of a dictionary literal.
  case entry
  case branch
  /// What stands behind `??`.
  case fallback
  /// The value of a branch of `if` or `switch`, whose type does not depend on other branches.
  case alternative
  case interpolation

  /// Whether it is a part of an array or dictionary literal.
  var isPartOfLiteral: Bool {
    switch self {
    case .element, .entry: true
    default: false
    }
  }
}

/// Finds the types of one expression: propagates what is known, and searches only where overloads remain.
///
/// Unification with a trail, in the manner of Swift's own solver; literals prefer their default types.
final class Solver {
  /// It holds the solver while that is at work.
  unowned(unsafe) let checker: Checker
  let library: Library
  var constraints: [Constraint] = []
  /// The constraints of the round at hand, and room for them between rounds.
  private var round: [Constraint] = []
  private var trail: [Change] = []
  private(set) var failure: Diagnostic?
  var hasFailed = false
  private var literals: [TypeVariable] = []
  private var nodes = 0
  var searchDepth = 0

  static let largestSearch = 4000

  private enum Change {
    case bound(TypeVariable)
    case attributes(TypeVariable, TypeVariable.Literal?, [NominalDeclaration])
    case openedToAny(TypeVariable)
    case chosen(CallSite)
    case found(MemberSite)
  }

  init(_ checker: Checker) {
    self.checker = checker
    library = checker.library
    constraints.reserveCapacity(8)
    round.reserveCapacity(8)
    trail.reserveCapacity(8)
  }

  // MARK: Unknowns

  func fresh(_ literal: TypeVariable.Literal? = nil, at place: Place? = nil) -> Type {
    let variable = TypeVariable(literal: literal)
    variable.place = place
    if literal != nil { literals.append(variable) }
    return .variable(variable)
  }

  func add(_ constraint: Constraint) { constraints.append(constraint) }

  func fail(_ diagnostic: @autoclosure () -> Diagnostic?) {
    if !hasFailed, searchDepth == 0 { failure = diagnostic() }
    hasFailed = true
  }

  private func bind(_ variable: TypeVariable, _ type: Type) {
    trail.append(.bound(variable))
    variable.binding = type
  }

  /// Lets unrelated elements of a literal, and of those in it, meet in `Any`.
  func openToAny(_ literal: Expression) {
    guard case .nominal(_, let parts) = literal.type.shallow else { return }
    for part in parts {
      guard case .variable(let variable) = part.shallow, !variable.isOpenToAny else { continue }
      trail.append(.openedToAny(variable))
      variable.isOpenToAny = true
    }
    switch literal.kind {
    case .array(let elements), .dictionary(let elements):
      for element in elements where isCollectionLiteral(element) { openToAny(element) }
    default: break
    }
  }

  func choose(
    _ site: CallSite, _ candidate: CallSite.Candidate, _ substitution: Substitution,
    _ matched: [ArgumentMatch]
  ) {
    trail.append(.chosen(site))
    site.chosen = (candidate, substitution, matched)
  }

  func find(_ site: MemberSite, _ expression: Expression) {
    trail.append(.found(site))
    site.found = expression
  }

  private func undo(to mark: Int) {
    while trail.count > mark, let change = trail.popLast() {
      switch change {
      case .bound(let variable): variable.binding = nil
      case .attributes(let variable, let literal, let protocols):
        variable.literal = literal
        variable.protocols = protocols
      case .openedToAny(let variable): variable.isOpenToAny = false
      case .chosen(let site): site.chosen = nil
      case .found(let site): site.found = nil
      }
    }
  }

  // MARK: Unification

  /// A type itself: what an unknown was found to be, and what a member of a type is by the requirements at hand.
  func head(_ type: Type) -> Type {
    let type = type.shallow
    guard case .member = type else { return type }
    return checker.normalized(type).shallow
  }

  /// Makes two types one; false where that cannot be.
  func unify(_ left: Type, _ right: Type) -> Bool {
    let left = head(left)
    let right = head(right)
    switch (left, right) {
    case (.error, .variable(let variable)), (.variable(let variable), .error):
      // What follows from a mistake that has been reported is none of its own.
      if variable.literal == nil { bind(variable, .error) }
      return true
    case (.error, _), (_, .error): return true
    case (.variable(let a), .variable(let b)):
      if a === b { return true }
      if let literal = a.literal, !compatible(literal, b.literal) { return false }
      // Keep the one that is more than an unknown.
      merge(a, into: b)
      bind(a, right)
      return true
    case (.variable(let variable), let type), (let type, .variable(let variable)):
      return assign(type, to: variable)
    case (.nominal(let a, let aArguments), .nominal(let b, let bArguments)):
      guard a === b else { return false }
      return zip(aArguments, bArguments).allSatisfy { unify($0, $1) }
    case (.tuple(let a), .tuple(let b)):
      guard a.count == b.count else { return false }
      return zip(a, b).allSatisfy { left, right in
        (left.label == right.label || left.label == nil || right.label == nil) && unify(left.type, right.type)
      }
    case (.function(let a), .function(let b)):
      guard a.parameters.count == b.parameters.count, a.canThrow == b.canThrow else { return false }
      return zip(a.parameters, b.parameters).allSatisfy {
        $0.isInout == $1.isInout && unify($0.type, $1.type)
      }
        && unify(a.result, b.result)
    case (.metatype(let a), .metatype(let b)): return unify(a, b)
    default:
      return left == right || checker.normalized(left.resolved) == checker.normalized(right.resolved)
    }
  }

  private func merge(_ a: TypeVariable, into b: TypeVariable) {
    guard a.literal != nil || !a.protocols.isEmpty else { return }
    trail.append(.attributes(b, b.literal, b.protocols))
    if let literal = a.literal {
      // An integer literal beside a floating-point one is one too.
      b.literal = b.literal.map { $0.rawValue > literal.rawValue ? $0 : literal } ?? literal
    }
    for wanted in a.protocols where !b.protocols.contains(wanted) { b.protocols.append(wanted) }
  }

  private func assign(_ type: Type, to variable: TypeVariable) -> Bool {
    if occurs(variable, in: type) { return false }
    if let literal = variable.literal, !accepts(type, literal) { return false }
    for wanted in variable.protocols where !checker.conforms(type, to: wanted) { return false }
    bind(variable, type)
    return true
  }

  /// Whether a literal may have this type.
  func accepts(_ type: Type, _ literal: TypeVariable.Literal) -> Bool {
    let type = type.shallow
    if case .variable(let other) = type { return compatible(literal, other.literal) }
    guard let wanted = library.literalProtocol(literal) else { return false }
    return checker.conforms(type, to: wanted)
  }

  func compatible(_ left: TypeVariable.Literal, _ right: TypeVariable.Literal?) -> Bool {
    guard let right else { return true }
    let numbers: Set<TypeVariable.Literal> = [.integer, .float]
    return left == right || numbers.contains(left) && numbers.contains(right)
  }

  private func occurs(_ variable: TypeVariable, in type: Type) -> Bool {
    switch type.shallow {
    case .variable(let other): other === variable
    case .nominal(_, let arguments): arguments.contains { occurs(variable, in: $0) }
    case .tuple(let elements): elements.contains { occurs(variable, in: $0.type) }
    case .function(let function):
      occurs(variable, in: function.result) || function.parameters.contains { occurs(variable, in: $0.type) }
    case .metatype(let inner): occurs(variable, in: inner)
    case .member(let base, _): occurs(variable, in: base)
    default: false
    }
  }

  /// Asks that a type conform to a protocol; true where that is known or may still come true.
  func require(_ type: Type, _ wanted: NominalDeclaration) -> Bool {
    let type = type.shallow
    guard case .variable(let variable) = type else { return checker.conforms(type, to: wanted) }
    if !variable.protocols.contains(wanted) {
      trail.append(.attributes(variable, variable.literal, variable.protocols))
      variable.protocols.append(wanted)
    }
    return true
  }

  // MARK: Solving

  /// Solves all constraints; false after a failure, which `failure` describes.
  func solve() -> Bool {
    search()
    return !hasFailed
  }

  /// Works through constraints until none moves.
  private func propagate() {
    defer { round.removeAll(keepingCapacity: true) }
    var moved = true
    while moved && !hasFailed {
      moved = false
      // What waits goes to the array of the round before last.
      swap(&round, &constraints)
      constraints.removeAll(keepingCapacity: true)
      for index in round.indices {
        if hasFailed {
          constraints += round[index...]
          break
        }
        if step(round[index]) { moved = true } else { constraints.append(round[index]) }
      }
    }
  }

  private func search() {
    while true {
      propagate()
      if hasFailed || constraints.isEmpty && literals.allSatisfy({ root($0) == nil }) { return }
      if joinLowerBounds(literalsToo: false) { continue }
      if searchDepth == 0, checkOneClosure() { continue }
      if joinLowerBounds(literalsToo: true) { continue }
      if bindLiteralBases() { continue }
      if let index = mostConstrainedCall() {
        branch(at: index)
        return
      }
      if bindLiterals() { continue }
      if bindKeyPaths() { continue }
      if forceConversion() { continue }
      if searchDepth > 0, constraints.allSatisfy({ if case .closure = $0 { true } else { false } }) { return }
      if searchDepth == 0, checkOneClosure(force: true) { continue }
      if !constraints.isEmpty { failAmbiguous() }
      return
    }
  }

  /// The unknown that a literal has been made one with; nil once it has a type.
  private func root(_ literal: TypeVariable) -> TypeVariable? {
    if case .variable(let variable) = Type.variable(literal).shallow { return variable }
    return nil
  }

  /// Gives literals whose members are asked for their default types: `"a".first`.
  private func bindLiteralBases() -> Bool {
    var moved = false
    for case .member(let site, _) in constraints {
      guard case .variable(let variable) = site.base.type.shallow, let literal = variable.literal,
        let type = literalBase(literal, with: site.name)
      else { continue }
      switch site.base.kind {
      case .string, .integer, .double, .boolean: if assign(type, to: variable) { moved = true }
      default: continue
      }
    }
    return moved
  }

  /// The default type of a literal; of an integer literal `Double` where only that has the member: `3.km`.
  private func literalBase(_ literal: TypeVariable.Literal, with member: String) -> Type? {
    if literal == .integer, checker.members(of: library.int, named: member).isEmpty,
      !checker.members(of: library.double, named: member).isEmpty
    {
      return library.double
    }
    return library.literalType(literal)
  }

  private static let protocolsOfNumbers: Set = [
    "AdditiveArithmetic", "Numeric", "SignedNumeric", "BinaryInteger", "FloatingPoint",
  ]

  /// Gives every unknown literal its default type.
  private func bindLiterals() -> Bool {
    var moved = false
    // What a member is asked of comes first: it may decide the others.
    let bases = constraints.compactMap { constraint -> TypeVariable? in
      guard case .member(let site, _) = constraint, case .variable(let variable) = site.base.type.shallow,
        variable.literal != nil
      else { return nil }
      return variable
    }
    // What is to become a member of an unknown comes last: that unknown may be a literal too.
    let waiting = constraints.compactMap { constraint -> TypeVariable? in
      let waits: Type?
      switch constraint {
      case .conversion(let expression, let wanted, _): waits = isWaitingMember(wanted) ? expression.type : nil
      case .same(let left, let right, _, _):
        waits = isWaitingMember(left) ? right : isWaitingMember(right) ? left : nil
      default: waits = nil
      }
      guard case .variable(let variable)? = waits?.shallow else { return nil }
      return variable
    }
    let open = (bases.isEmpty ? literals.compactMap(root) : bases).filter { $0.binding == nil }
    let free = open.filter { variable in !waiting.contains { $0 === variable } }
    for variable in free.isEmpty ? open : free where variable.binding == nil {
      guard let literal = variable.literal, let type = library.literalType(literal) else { continue }
      if !assign(type, to: variable) {
        // A type parameter's constraint may want another: an integer literal as a Double.
        if literal == .integer, assign(library.double, to: variable) {
          moved = true
          continue
        }
        let written = literals.first { $0.place != nil && root($0) === variable }?.place
        let place =
          written ?? constraints.first.map(place) ?? Place(source: checker.source, range: 0..<0)
        let wanted = variable.protocols.map(\.name)
        fail(
          checker.diagnostic(
            "type.mismatch", place,
            literal == .float && wanted.contains("BinaryInteger")
              ? "integers are needed here; for numbers with a fraction, '%' is 'a.truncatingRemainder(dividingBy: b)', and a power is 'pow(a, b)'"
              : wanted.contains(where: Self.protocolsOfNumbers.contains)
                ? "this is \(checker.article(type)), and a number is needed here"
                : "this is \(checker.article(type)), which does not conform to '\(wanted.joined(separator: " & "))' as it must here"
          ))
        return true
      }
      moved = true
    }
    return moved
  }

  /// How much a solution strays from what literals prefer; less is better.
  private var score: Int {
    var score = 0
    for variable in literals {
      guard let literal = variable.literal, let binding = variable.binding?.resolved else { continue }
      if let preferred = library.literalType(literal), binding != preferred, !binding.hasVariables {
        score += 1
      }
    }
    return score
  }

  private func place(_ constraint: Constraint) -> Place {
    switch constraint {
    case .conversion(let expression, _, _): expression.place
    case .call(let site, _): site.namePlace
    case .member(let site, _): site.namePlace
    case .apply(let function, _, _): function.place
    case .conforms(_, _, let place, _): place
    case .same(_, _, let place, _): place
    case .chain(let inner, _): inner.place
    case .coalesce(let alternative, _, _): alternative.place
    case .keyPath(_, let expression): expression.place
    case .allows(_, _, let place): place
    case .closure(_, let body): body.place
    case .unwrap(let expression, _, _): expression.place
    }
  }

  private func failAmbiguous() {
    guard let first = constraints.first else { return }
    fail(
      checker.diagnostic(
        "type.ambiguous", place(first),
        "the type of this expression is not clear from its context; write it down"))
  }

  // MARK: Overloads left open

  /// The open call with the fewest viable candidates; an operation with a value of which nothing is known yet comes last.
  private func mostConstrainedCall() -> Int? {
    var open = constraints.indices.filter { if case .call = constraints[$0] { true } else { false } }
    if open.count < 2 { return open.first }
    let decidable = open.filter {
      guard case .call(let site, _) = constraints[$0] else { return false }
      return !site.isOperator || !site.arguments.contains { isUnknown($0.expression.type) }
    }
    if !decidable.isEmpty { open = decidable }
    var best: (index: Int, count: Int)?
    for index in open {
      guard case .call(let site, let call) = constraints[index] else { continue }
      let count = viableCandidates(site, call, atMost: best?.count ?? .max).count
      if best.map({ count < $0.count }) ?? true { best = (index, count) }
    }
    return best?.index
  }

  /// Whether nothing is known of a type, not even that it is a literal's.
  func isUnknown(_ type: Type) -> Bool {
    if case .variable(let variable) = type.shallow { return variable.literal == nil }
    return false
  }

  /// Tries each candidate of a call in turn and keeps the solution that scores best.
  private func branch(at index: Int) {
    guard case .call(let site, let call) = constraints[index] else { return }
    // The less generic a candidate, the better it fits.
    // Equally good ones of the author's go before what the prelude gives to all types of a protocol.
    func order(_ candidate: CallSite.Candidate) -> (Int, Int, Int, Int) {
      let function = candidate.declaration
      let isGeneral =
        site.isOperator && function.isOfPrelude && !function.isRequirement
        && function.owner?.kind == .protocolType
      return (
        function.isDisfavoured ? 1 : 0, function.genericParameters.count, slack(candidate, site),
        isGeneral ? 1 : 0
      )
    }
    let candidates = viableCandidates(site, call).enumerated().sorted {
      let (left, right) = (order($0.element), order($1.element))
      return left == right ? $0.offset < $1.offset : left < right
    }.map(\.element)
    var rest = constraints
    rest.remove(at: index)
    // What shares no unknowns with the call has no say in it.
    let (connected, others, unknowns) = component(of: .call(site, call), among: rest)
    let allLiterals = literals
    let ownLiterals = literals.filter { root($0).map(unknowns.contains) ?? false }
    // Where nothing is known of the operands, no operation of several is better than another.
    let isBlind =
      site.isOperator
      && site.arguments.allSatisfy {
        if case .variable = $0.expression.kind { isUnknown($0.expression.type) } else { false }
      }
    let favoured = favoured(among: candidates, site)
    var best: (score: Int, wraps: Int, candidate: CallSite.Candidate)?
    // Those that fit as well as the best.
    var equals: [CallSite.Candidate] = []
    for candidate in favoured.map({ known in
      [known] + candidates.filter { $0.declaration !== known.declaration }
    })
      ?? candidates
    {
      if candidate.declaration.isDisfavoured, best != nil { continue }
      nodes += 1
      if nodes > Self.largestSearch {
        searchDepth = 0
        hasFailed = false
        fail(
          checker.diagnostic(
            "type.complex", call.place,
            "this expression is too complex to find its types; split it into parts"))
        return
      }
      let mark = trail.count
      constraints = connected
      literals = ownLiterals
      searchDepth += 1
      commit(site, call, candidate)
      search()
      searchDepth -= 1
      if nodes > Self.largestSearch { return }
      if !hasFailed {
        let score = score
        let wraps = wraps(candidate, site)
        if let favoured, favoured.declaration === candidate.declaration {
          undo(to: mark)
          best = (score, wraps, candidate)
          equals = []
          break
        }
        if score == 0, best == nil, !isBlind, constraints.isEmpty, candidate.declaration.place.source == 0 {
          // None can be better: the trial stands.
          constraints = others
          literals = allLiterals
          search()
          return
        }
        let order = best.map { ($0.score, $0.wraps) } ?? (.max, .max)
        if (score, wraps) < order {
          best = (score, wraps, candidate)
          equals = [candidate]
        } else if (score, wraps) == order {
          equals.append(candidate)
          if isBlind {
            undo(to: mark)
            break
          }
        }
      }
      undo(to: mark)
      hasFailed = false
      if let best, best.score == 0, best.wraps == 0, !isBlind, candidate.declaration.place.source == 0 {
        break
      }
    }
    constraints = rest
    literals = allLiterals
    let special = mostSpecial(of: equals, site)
    if special == nil, isBlind ? equals.count > 1 : hasTie(equals, site) {
      hasFailed = false
      fail(checker.ambiguous(site, call))
      return
    }
    guard let best = special ?? best?.candidate else {
      if searchDepth > 0 {
        fail(checker.noMatch(site, call))
      } else if !failMissingMember() {
        failLike(candidates, site, call)
      }
      return
    }
    commit(site, call, best)
    search()
  }

  /// Reports why no candidate of a call leads to a solution: where the arguments fit, what is wrong lies elsewhere.
  private func failLike(_ candidates: [CallSite.Candidate], _ site: CallSite, _ call: Expression) {
    guard let first = candidates.first, !site.isOperator, !site.isReference else {
      return fail(checker.noMatch(site, call))
    }
    commit(site, call, first)
    search()
  }
}
