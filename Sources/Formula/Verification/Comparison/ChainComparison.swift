/// Compares the sides of a chain with one another under one meaning of its names.
struct ChainComparison {
  /// A side that has an expression.
  struct Value {
    var side: Statement.Side
    var term: Term
    var index: Int
    /// With all functions written out.
    var expression: Algebraic
    /// Whether it speaks of functions, or asks for a derivative or a limit.
    var isAnchor: Bool
    /// Whether a derivative or a limit is in it.
    var hasCalculus: Bool
    var isNumber: Bool { expression.variables.isEmpty }
  }

  let chain: Statement.Chain
  let meaning: Meaning
  let opaque: (String, [Double]) -> Double?
  private var reason: String?
  /// What a formula gets wrong if it speaks of the cells' function, where it may speak of another one.
  private(set) var doubted: FormulaVerdict.Contradiction?
  /// At which points sides are compared; nil for all.
  let isMeant: (([String: Double]) -> Bool)?

  init(_ chain: Statement.Chain, _ meaning: Meaning, _ opaque: @escaping (String, [Double]) -> Double?) {
    self.chain = chain
    self.meaning = meaning
    self.opaque = opaque
    isMeant = meaning.conditions.isEmpty ? nil : Self.holds(meaning, opaque)
  }

  /// Whether the conditions hold at a point, as far as they speak of what varies there.
  private static func holds(
    _ meaning: Meaning, _ opaque: @escaping (String, [Double]) -> Double?
  ) -> ([String: Double]) -> Bool {
    let conditions = meaning.conditions.compactMap { condition -> (([String: Double]) -> Bool)? in
      guard let left = try? meaning.expression(condition.left),
        let right = try? meaning.expression(condition.right)
      else { return nil }
      // Most compare a name with a number.
      if case .name(let name) = condition.left, left == .variable(name), let number = right.number {
        return { place in place[name].map { condition.relation.holds($0, number) } ?? true }
      }
      if case .name(let name) = condition.right, right == .variable(name), let number = left.number {
        return { place in place[name].map { condition.relation.holds(number, $0) } ?? true }
      }
      let holds = Algebraic.branch(condition.relation, right - left, .number(1), .number(0))
      let names = holds.variables
      return { place in
        guard names.allSatisfy({ place[$0] != nil }) else { return true }
        return holds.value(at: place, opaque: opaque)?.value == 1
      }
    }
    return { place in conditions.allSatisfy { $0(place) } }
  }

  /// Whether the chain holds.
  mutating func verdict() -> FormulaVerdict {
    var values: [Value] = []
    var noLimit: FormulaVerdict?
    // A limit that is not finite.
    var infinite: FormulaVerdict.Contradiction?
    // Why a side is not known but by values.
    var open: String?
    // What is known of names that are what stands before them, as x is \ln e^x.
    var identities: [FormulaVerdict.Evidence?] = []
    for (index, side) in chain.sides.enumerated() {
      guard let term = side.term else {
        reason = reason ?? side.reason
        continue
      }
      // A name that no cell gives a function or a number says nothing.
      if let name = named(term, isFirst: index == 0), meaning.function(name) == nil,
        meaning.constants[name] == nil, Meaning.constants[name] == nil, meaning.partial(name) == nil,
        !values.contains(where: { $0.hasCalculus && $0.expression.variables.contains(name) })
      {
        if index > 0, let before = values.last, before.index == index - 1,
          chain.relations[index - 1] == .equal
        {
          identities.append(identity(before, name))
        }
        continue
      }
      do throws(Meaning.Failure) {
        let expression = try meaning.expanded(meaning.expression(term)).substituting(
          meaning.numbersOfVariables.mapValues { .number($0) })
        guard expression.variables.isEmpty || !meaning.isAtNumbers else {
          reason = reason ?? "not all of its names have numbers"
          continue
        }
        values.append(
          Value(
            side: side, term: term, index: index, expression: expression,
            isAnchor: isAnchor(term), hasCalculus: term.hasCalculus))
      } catch {
        if term.isKnownByValues || term.hasNamedBound || term.hasNumericLimit {
          open = open ?? error.reason
        } else {
          reason = reason ?? error.reason
        }
        guard let numerator = error.numerator else { continue }
        if let first = values.first, first.isAnchor {
          noLimit = .contradicted(
            contradiction(
              side, .noLimit(numerator: numerator.text, correct: first.expression.text)))
        } else if case .limit = term, let number = numerator.value(at: [:])?.value, number != 0 {
          infinite = infinite ?? contradiction(side, .infinite(numerator: numerator.text))
        }
      }
    }
    if let noLimit { return noLimit }
    if let infinite, chain.relations.allSatisfy(\.isEquality), values.contains(where: \.isNumber) {
      return .contradicted(infinite)
    }
    var evidence: FormulaVerdict.Evidence?
    // Whether a link has shown that the chain is one of identities.
    var isIdentity = false
    // Whether such a link had a derivative in it: what follows is one too.
    var isDerived = false
    // Whether the side before could be compared with what is before it.
    var isLinked = true
    var given: String?
    for (left, right) in zip(values, values.dropFirst()) {
      let relations = chain.relations[left.index..<right.index]
      if case .order(let order)? = relations.first, relations.count == 1, right.isNumber,
        left.isNumber || evidence != nil
      {
        switch left.isNumber ? inequality(left, right, order) : bound(left, right, order) {
        case .verified(let found): evidence = evidence.map { $0.weaker(found) } ?? found
        case .contradicted(let found): return .contradicted(found)
        case .unread(let why): reason = reason ?? why
        case .exempt, .unreadable, .silent: break
        }
        continue
      }
      guard relations.allSatisfy(\.isEquality) else {
        reason = reason ?? "only equalities are read"
        continue
      }
      let isNear = relations.contains(.near)
      // An expression in the middle of a chain that starts at a function is compared with that.
      let anchor = values.first { $0.isAnchor && $0.index < right.index && !isNear } ?? left
      let base = left.isAnchor || left.isNumber == right.isNumber ? left : anchor
      func link(_ base: Value) -> FormulaVerdict {
        self.link(
          base, right, isNear: isNear, isIdentity: isIdentity || anchor.isAnchor, isProven: isIdentity,
          isDerived: isDerived)
      }
      var verdict = link(base)
      // So is one behind a side with unknown names.
      if case .unread = verdict, !isLinked {
        verdict = link(anchor)
      }
      switch verdict {
      case .verified(var found):
        // With a number for the bound of a sum it is seen at that number alone.
        if left.term.hasNamedBound || right.term.hasNamedBound { found = found.weaker(.agreement(points: 1)) }
        evidence = evidence.map { $0.weaker(found) } ?? found
        isLinked = true
        if base.hasCalculus { isDerived = true }
        if !right.isNumber { isIdentity = true }
      case .contradicted(let found): return .contradicted(found)
      case .unread(let why):
        // The name at the start may be given its meaning here.
        if case .name = left.term, !left.isAnchor, left.index == 0 {
          given = why
        } else {
          reason = reason ?? why
        }
        isLinked = false
      case .exempt, .unreadable, .silent: break
      }
    }
    if let open {
      switch valueComparison() {
      case .verified(let found): evidence = evidence.map { $0.weaker(found) } ?? found
      case .contradicted(let found): return .contradicted(found)
      case .unread(let why): reason = reason ?? why
      case .exempt, .unreadable, .silent: reason = reason ?? open
      }
    }
    for case let identity? in identities { evidence = evidence.map { $0.weaker(identity) } ?? identity }
    guard let evidence else { return .unread(given ?? reason ?? "nothing in it can be compared") }
    return .verified(reason.map { .part(unread: $0) } ?? evidence)
  }

  /// How it is known that a side of functions is its own name everywhere, as \ln e^x is x; nil where it is not, since that
  /// may be an equation.
  private func identity(_ side: Value, _ name: String) -> FormulaVerdict.Evidence? {
    guard side.expression.variables == [name] else { return nil }
    switch side.expression.comparison(with: .variable(name), opaque: opaque, where: isMeant) {
    case .identical: return .proof
    case .agreement(let points): return .agreement(points: points)
    case .difference, .noCommonDomain: return nil
    }
  }

  /// The name that a side is; the first side may be a power of one, as in `R^2 = 1 - 0.04`.
  private func named(_ term: Term, isFirst: Bool) -> String? {
    switch term {
    case .name(let name): name
    case .power(.name(let name), .number) where isFirst && chain.sides.count > 2: name
    default: nil
    }
  }

  /// Whether numbers are in the order that is said; where that is all there is, it may be what is refuted.
  private func inequality(_ left: Value, _ right: Value, _ order: Statement.Order) -> FormulaVerdict {
    guard let first = left.expression.value(at: [:], opaque: opaque),
      let second = right.expression.value(at: [:], opaque: opaque),
      abs(first.value - second.value) > 64 * (first.error + second.error)
    else { return .unread("which of its numbers is larger is not clear") }
    let isLess = order == .less || order == .lessOrEqual
    if (first.value < second.value) == isLess { return .verified(.proof) }
    guard chain.relations.contains(.equal) else { return .unread("its numbers are in another order") }
    return .contradicted(
      contradiction(right.side, .numbers(left: first.value, right: second.value)))
  }

  /// Whether all values of what the chain has found to be equal are on one side of a number: `f''(x) = e^x > 0`. Elsewhere it
  /// may be said under a condition, or to hold nowhere.
  ///
  /// - Complexity: Some hundred evaluations.
  private func bound(_ left: Value, _ right: Value, _ order: Statement.Order) -> FormulaVerdict {
    guard let limit = right.expression.value(at: [:], opaque: opaque)?.value else {
      return .unread("a side has no value")
    }
    let places = SamplePoints.places(of: left.expression.variables, count: Self.placesOfBound)
    let differences = places.filter { isMeant?($0) ?? true }.compactMap { place -> Double? in
      guard let found = left.expression.value(at: place, opaque: opaque), found.value.isFinite else {
        return nil
      }
      // Where it is the number but for rounding, nothing can be told.
      return abs(found.value - limit) > 64 * found.error ? found.value - limit : nil
    }
    let isLess = order == .less || order == .lessOrEqual
    guard differences.count > Self.placesOfBound / 10, differences.allSatisfy({ ($0 < 0) == isLess }) else {
      return .unread("its sides are not known to be in this order everywhere")
    }
    return .verified(.agreement(points: differences.count))
  }

  private static let placesOfBound = 120

  /// Whether a term speaks of functions that have a meaning, or asks for a derivative or a limit.
  private func isAnchor(_ term: Term) -> Bool {
    term.hasCalculus
      || term.functionNames.contains { meaning.function($0) != nil || meaning.partial($0) != nil }
  }

  func contradiction(
    _ side: Statement.Side, _ reason: FormulaVerdict.Contradiction.Reason
  ) -> FormulaVerdict.Contradiction {
    let named = chain.sides.compactMap(\.term).flatMap { $0.functionNames + $0.names.sorted() }
    var definitions: [Definition] = []
    for name in named {
      if let function = meaning.function(name), !definitions.contains(function) {
        definitions.append(function)
      }
    }
    return FormulaVerdict.Contradiction(
      range: side.range, reason: reason, definitions: definitions.map(\.mention))
  }

  // MARK: One link

  private mutating func link(
    _ left: Value, _ right: Value, isNear: Bool, isIdentity: Bool, isProven: Bool, isDerived: Bool
  ) -> FormulaVerdict {
    let found = compared(
      left, right, isNear: isNear, isIdentity: isIdentity, isProven: isProven, isDerived: isDerived)
    guard case .contradicted = found, let curve = otherCurve(left.term, right.term) else { return found }
    return .unread("it may call another curve '\(curve)' than a section before")
  }

  private mutating func compared(
    _ left: Value, _ right: Value, isNear: Bool, isIdentity: Bool, isProven: Bool, isDerived: Bool
  ) -> FormulaVerdict {
    if left.isNumber, right.isNumber { return numbers(left, right, isNear: isNear) }
    guard !isNear else { return approximation(left, right) }
    guard !left.term.hasNumericIntegral, !right.term.hasNumericIntegral else {
      return .unread("an integral is compared with numbers only")
    }
    guard left.isNumber == right.isNumber else {
      return constant(left, right) ?? .unread("it is an equation, which holds at some points only")
    }
    let comparison: Algebraic.Comparison
    if case .pieces(let pieces) = right.term {
      let cases = CaseComparison(pieces, meaning, opaque)
      let places = cases.comparisonsAtPlaces(of: left.expression)
      comparison =
        places.first { !$0.isEqual } ?? places.last
        ?? cases.comparison(of: left.expression, with: right.expression)
      if comparison.isEqual, places.isEmpty, cases.leavesOpen(left.expression, right.expression) {
        return .unread("its cases leave places open where the other side has a value")
      }
    } else {
      comparison = left.expression.comparison(with: right.expression, opaque: opaque, where: isMeant)
    }
    switch comparison {
    case .identical: return .verified(.proof)
    case .agreement(let points): return .verified(.agreement(points: points))
    case .noCommonDomain: return .unread("no point was found at which both sides have a value")
    case .difference(let place, let first, let second):
      let found = contradiction(
        right.side,
        .values(
          left: first, right: second, at: place,
          correct: isWritable(left.expression) ? left.expression.text : nil))
      if let doubt = doubt(
        left, right, isIdentity: isIdentity, isProven: isProven, isDerived: isDerived)
      {
        if doubt == Self.otherFunction { doubted = doubted ?? found }
        return .unread(doubt)
      }
      return .contradicted(found)
    }
  }

  private static let otherFunction = "it speaks of another function of this name than the cells do"

  /// Why sides that differ need not contradict each other; nil where they do.
  ///
  /// - Parameters:
  ///   - isIdentity: Whether what is before them makes the chain one of identities.
  ///   - isProven: Whether it has been found to hold everywhere.
  private func doubt(
    _ left: Value, _ right: Value, isIdentity: Bool, isProven: Bool, isDerived: Bool
  ) -> String? {
    if isSlipOfOpaque(left, right) || isSlipOfAssertion(left, right) { return nil }
    // All cases name a place, and some are right.
    if case .pieces(let pieces) = right.term, left.isAnchor,
      CaseComparison(pieces, meaning, opaque).comparisonsAtPlaces(of: left.expression).contains(
        where: \.isEqual)
    {
      return nil
    }
    if hasOpaque(left.expression) || hasOpaque(right.expression) {
      // All pieces of a function are given, and some are right.
      let isWhole = if case .pieces = right.term { true } else { right.term.hasLargestOrSmallest }
      if isWhole, left.index == 0, right.expression.variables == left.expression.variables,
        left.expression.agreesSomewhere(with: right.expression, atOneOf: 20, opaque: opaque)
      {
        return nil
      }
      if !right.term.hasLargestOrSmallest,
        left.expression.agreesSomewhere(with: right.expression, opaque: opaque)
      {
        return "the sides agree in some places, and differ in others"
      }
    }
    if left.term.losesUnknown(in: meaning) || right.term.losesUnknown(in: meaning) {
      return "a factor of 0 stands beside a name of which no cell says what it is"
    }
    let (first, second) = (left.expression.variables, right.expression.variables)
    let known = meaning.bound.union(gradientParameters)
    if let unknown = second.subtracting(first).subtracting(known).min(), left.isAnchor {
      return "no cell says what '\(unknown)' is"
    }
    let given = left.isAnchor ? known.union(meaning.functions.values.flatMap(variables)) : known
    if let unknown = first.subtracting(second).subtracting(given).min(), left.isAnchor || right.isAnchor {
      return "no cell says what '\(unknown)' is"
    }
    if isProven, !isDerived, meaning.isSought, !right.isAnchor,
      !isRightWithOneChange(left, right)
    {
      return "behind what holds everywhere it may say where something else does"
    }
    if isFirst(left), let head = Head(left.term), let function = meaning.function(head.name),
      isExplicit(right.term, in: function, head)
    {
      if case .formula = function.origin {
        if meaning.isRestated, isRightWithOneChange(left, right) { return nil }
        return "it gives the name another meaning than a formula before it"
      }
      return isSlip(right, of: function, head) || isRightWithOneChange(left, right)
        || isDerivative(right, of: function, head) ? nil : Self.otherFunction
    }
    switch (left.isAnchor, right.isAnchor) {
    case (false, false):
      guard
        isIdentity && (first == second || isRightWithOneChange(left, right)) || isSlipOfIdentity(left, right)
          || isSlipOfRewriting(left, right)
      else {
        return "it may be an equation, which holds at some points only"
      }
    case (true, true):
      guard
        isDerived || (left.hasCalculus || right.hasCalculus) && !areSlopes(left.term, right.term)
          || isSlipOfRelation(left, right)
          || isSlipOfDefinition(left, right) || isProven && isRightWithOneChange(left, right)
          || isSlipOfComposition(left, right)
      else {
        return "it relates functions to each other, perhaps under a condition"
      }
      guard first == second || isRightWithOneChange(left, right) else {
        return "it speaks of points that it does not give"
      }
    case (true, false), (false, true): break
    }
    return nil
  }

  /// Whether a side is the first one, or the value of a function behind a name without a meaning: `f(x)` in
  /// `y = f(x) = x^2`.
  private func isFirst(_ value: Value) -> Bool {
    guard value.index == 1, case .name(let name)? = chain.sides[0].term, let head = Head(value.term),
      let function = meaning.function(head.name), head.parameters == function.parameters
    else { return value.index == 0 }
    return meaning.function(name)?.isOfCell != true && meaning.constants[name] == nil
  }

  /// The variables of a function. Of a name that a formula gives a meaning, what has a number is none:
  /// `x_1 = x_0 - \eta g`.
  private func variables(of function: Definition) -> [String] {
    guard case .formula = function.origin else { return function.parameters }
    return function.parameters.filter { !meaning.numbered.contains($0) }
  }

  /// The parameters of functions whose gradients stand without arguments.
  private var gradientParameters: Set<String> {
    var names: Set<String> = []
    for term in chain.sides.compactMap(\.term) {
      term.visit { part in
        if case .component(let name, _, nil) = part {
          names.formUnion(meaning.function(name)?.parameters ?? [])
        }
        if case .name(let name) = part, let function = meaning.partial(name)?.function {
          names.formUnion(meaning.function(function)?.parameters ?? [])
        }
      }
    }
    return names
  }

  /// Whether a term is written in the parameters of a function, or of functions that those are: what defines it.
  private func isExplicit(_ term: Term, in function: Definition, _ head: Head) -> Bool {
    let own = Set(head.parameters ?? function.parameters)
    return !term.hasCalculus
      && term.functionNames.allSatisfy { own.contains($0) || meaning.function($0) == nil }
  }

  /// Whether the right side is what a function that only running tells would be with another sign or coefficient.
  private func isSlipOfOpaque(_ left: Value, _ right: Value) -> Bool {
    guard left.index == 0, let head = Head(left.term), let function = meaning.function(head.name),
      function.isOpaque, isExplicit(right.term, in: function, head)
    else { return false }
    if case .pieces = right.term { return false }
    return right.expression.isSlip(of: left.expression, opaque: opaque) || isRightWithOneChange(left, right)
  }

  /// Whether a side is what the derivative of a function of this section is, so that a prime is missing.
  private func isDerivative(_ written: Value, of function: Definition, _ head: Head) -> Bool {
    guard meaning.isAsserted, let name = head.parameters?.first, head.parameters?.count == 1,
      !meaning.elsewhere.contains(head.name), !function.isOpaque, !written.term.isMonomial,
      let derivative = try? Meaning.derivative(of: function.value([.variable(name)]), by: name)
    else { return false }
    return written.expression.comparison(with: derivative, opaque: opaque).isEqual
  }

  private func isSlip(_ written: Value, of function: Definition, _ head: Head) -> Bool {
    if function.isOpaque { return false }
    guard let expression = try? meaning.expression(written.term) else { return true }
    let names = head.parameters ?? function.parameters
    guard names.count == function.parameters.count else { return true }
    let own = function.value(names.map(Algebraic.variable))
    let expanded = (try? meaning.expanded(own)) ?? own
    if let mine = written.expression.expanded, let theirs = expanded.expanded, mine.isSlip(of: theirs) {
      return true
    }
    return expression.isSlip(of: own) || written.expression.isSlip(of: expanded)
      || own.tex == expression.tex || written.expression.isSlip(of: expanded, opaque: opaque)
  }

  // MARK: Comparing

  func isWritable(_ expression: Algebraic) -> Bool {
    !expression.functionNames.contains { $0.hasPrefix("@") || Algebraic.isBranch($0) }
  }

  func hasOpaque(_ expression: Algebraic) -> Bool {
    expression.functionNames.contains { $0.hasPrefix("@") }
  }
}
