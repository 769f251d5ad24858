/// Compares the sides of a chain with one another under one meaning of its names.
struct ChainComparison {
  /// A side that has an expression.
  private struct Value {
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

  private let chain: Statement.Chain
  private let meaning: Meaning
  private let opaque: (String, [Double]) -> Double?
  private var reason: String?

  init(_ chain: Statement.Chain, _ meaning: Meaning, _ opaque: @escaping (String, [Double]) -> Double?) {
    self.chain = chain
    self.meaning = meaning
    self.opaque = opaque
  }

  /// Whether the chain holds.
  mutating func verdict() -> FormulaVerdict {
    var values: [Value] = []
    var noLimit: FormulaVerdict?
    for (index, side) in chain.sides.enumerated() {
      guard let term = side.term else {
        reason = reason ?? side.reason
        continue
      }
      // A name that no cell gives a function or a number says nothing.
      if case .name(let name) = term, meaning.function(name) == nil, meaning.constants[name] == nil,
        Meaning.constants[name] == nil, meaning.partial(name) == nil,
        !values.contains(where: { $0.hasCalculus && $0.expression.variables.contains(name) })
      {
        continue
      }
      do throws(Meaning.Failure) {
        values.append(
          Value(
            side: side, term: term, index: index, expression: try meaning.expanded(meaning.expression(term)),
            isAnchor: isAnchor(term), hasCalculus: term.hasCalculus))
      } catch {
        reason = reason ?? error.reason
        if let numerator = error.numerator, let first = values.first, first.isAnchor {
          noLimit = .contradicted(
            contradiction(
              side, .noLimit(numerator: numerator.text, correct: first.expression.text)))
        }
      }
    }
    if let noLimit { return noLimit }
    var evidence: FormulaVerdict.Evidence?
    // Whether a link has shown that the chain is one of identities.
    var isIdentity = false
    // Whether the side before could be compared with what is before it.
    var isLinked = true
    var given: String?
    for (left, right) in zip(values, values.dropFirst()) {
      let relations = chain.relations[left.index..<right.index]
      guard !relations.contains(.other) else {
        reason = reason ?? "only equalities are read"
        continue
      }
      let isNear = relations.contains(.near)
      // An expression in the middle of a chain that starts at a function is compared with that.
      let anchor = values.first { $0.isAnchor && $0.index < right.index && !isNear } ?? left
      let base = left.isAnchor || left.isNumber == right.isNumber ? left : anchor
      var verdict = link(base, right, isNear: isNear, isIdentity: isIdentity || anchor.isAnchor)
      // So is one behind a side with unknown names.
      if case .unread = verdict, !isLinked {
        verdict = link(anchor, right, isNear: isNear, isIdentity: isIdentity || anchor.isAnchor)
      }
      switch verdict {
      case .verified(let found):
        evidence = evidence.map { $0.weaker(found) } ?? found
        isLinked = true
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
    guard let evidence else { return .unread(given ?? reason ?? "nothing in it can be compared") }
    return .verified(reason.map { .part(unread: $0) } ?? evidence)
  }

  /// Whether a term speaks of functions that have a meaning, or asks for a derivative or a limit.
  private func isAnchor(_ term: Term) -> Bool {
    term.hasCalculus
      || term.functionNames.contains { meaning.function($0) != nil || meaning.partial($0) != nil }
  }

  private func contradiction(
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

  private func link(_ left: Value, _ right: Value, isNear: Bool, isIdentity: Bool) -> FormulaVerdict {
    if left.isNumber, right.isNumber { return numbers(left, right, isNear: isNear) }
    guard !isNear else { return .unread("≈ is read between numbers only") }
    guard left.isNumber == right.isNumber else {
      return .unread("it is an equation, which holds at some points only")
    }
    let comparison = comparison(of: left, right)
    if comparison.isEqual, case .pieces = right.term,
      right.expression.leavesOpen(left.expression, opaque: opaque)
    {
      return .unread("its cases leave places open where the other side has a value")
    }
    switch comparison {
    case .identical: return .verified(.proof)
    case .agreement(let points): return .verified(.agreement(points: points))
    case .noCommonDomain: return .unread("no point was found at which both sides have a value")
    case .difference(let place, let first, let second):
      if let doubt = doubt(left, right, isIdentity: isIdentity) { return .unread(doubt) }
      return .contradicted(
        contradiction(
          right.side,
          .values(
            left: first, right: second, at: place,
            correct: isWritable(left.expression) ? left.expression.text : nil)))
    }
  }

  /// Where cases overlap, each of them must be right.
  private func comparison(of left: Value, _ right: Value) -> Algebraic.Comparison {
    let found = left.expression.comparison(with: right.expression, opaque: opaque)
    guard found.isEqual, case .pieces(let pieces) = right.term,
      pieces.allSatisfy({ !$0.conditions.isEmpty }),
      let reversed = try? meaning.expanded(meaning.expression(.pieces(pieces.reversed())))
    else { return found }
    let other = left.expression.comparison(with: reversed, opaque: opaque)
    return other.isEqual ? found : other
  }

  /// Why sides that differ need not contradict each other; nil where they do.
  private func doubt(_ left: Value, _ right: Value, isIdentity: Bool) -> String? {
    if isSlipOfOpaque(left, right) { return nil }
    if hasOpaque(left.expression) || hasOpaque(right.expression),
      left.expression.agreesSomewhere(with: right.expression, opaque: opaque)
    {
      // All pieces of a function are given, and some are right.
      if case .pieces = right.term, left.index == 0, right.expression.variables == left.expression.variables {
        return nil
      }
      return "the sides agree in some places, and differ in others"
    }
    if left.term.losesUnknown(in: meaning) || right.term.losesUnknown(in: meaning) {
      return "a factor of 0 stands beside a name of which no cell says what it is"
    }
    let (first, second) = (left.expression.variables, right.expression.variables)
    let known = meaning.bound.union(gradientParameters)
    if let unknown = second.subtracting(first).subtracting(known).min(), left.isAnchor {
      return "no cell says what '\(unknown)' is"
    }
    if let unknown = first.subtracting(second).subtracting(known).min(), right.isAnchor,
      !left.isAnchor
    {
      return "no cell says what '\(unknown)' is"
    }
    if left.index == 0, let head = Head(left.term), let function = meaning.function(head.name),
      isExplicit(right.term, in: function, head)
    {
      if case .formula = function.origin {
        return "it gives the name another meaning than a formula before it"
      }
      return isSlip(right, of: function, head)
        ? nil : "it speaks of another function of this name than the cells do"
    }
    switch (left.isAnchor, right.isAnchor) {
    case (false, false):
      guard isIdentity, first == second else {
        return "it may be an equation, which holds at some points only"
      }
    case (true, true):
      guard left.hasCalculus || right.hasCalculus else {
        return "it relates functions to each other, perhaps under a condition"
      }
      guard first == second else { return "it speaks of points that it does not give" }
    case (true, false), (false, true): break
    }
    return nil
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
    return right.expression.isSlip(of: left.expression, opaque: opaque)
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
      || own.tex == expression.tex
  }

  // MARK: Comparing

  private func isWritable(_ expression: Algebraic) -> Bool {
    !expression.functionNames.contains { $0.hasPrefix("@") || Algebraic.isBranch($0) }
  }

  private func hasOpaque(_ expression: Algebraic) -> Bool {
    expression.functionNames.contains { $0.hasPrefix("@") }
  }

  // MARK: Numbers

  private func numbers(_ left: Value, _ right: Value, isNear: Bool) -> FormulaVerdict {
    guard let first = left.expression.value(at: [:], opaque: opaque),
      let second = right.expression.value(at: [:], opaque: opaque), first.value.isFinite,
      second.value.isFinite
    else { return .unread("a side has no value") }
    if isNear { return nearly(left, right, first.value, second.value) }
    let isExact =
      left.term.isWholeArithmetic && right.term.isWholeArithmetic
      && max(abs(first.value), abs(second.value)) < 0x1p53
    let scales = scale(left.term) + scale(right.term)
    // Where rounding seems to explain more, the functions jump.
    let rounding =
      isExact
      ? 0
      : min(
        64 * (first.error + second.error) + 1e-13 * scales,
        1e-9 * max(abs(first.value), abs(second.value), scales))
    if left.term.hasNumericLimit || right.term.hasNumericLimit {
      let distance = abs(first.value - second.value) / max(1, abs(first.value), abs(second.value))
      if distance <= NumericLimit.tolerance { return .verified(.agreement(points: 1)) }
      if distance <= 1e-2 { return .unread("its limit is not known so exactly") }
    }
    if abs(first.value - second.value) <= rounding { return .verified(.proof) }
    if hasOpaque(left.expression) || hasOpaque(right.expression),
      abs(first.value - second.value) <= 1e-9 * max(abs(first.value), abs(second.value))
    {
      return .verified(.agreement(points: 1))
    }
    if !left.isAnchor, !right.isAnchor, case .name = left.term { return .unread("it gives a name a value") }
    if left.term.losesUnknown(in: meaning) || right.term.losesUnknown(in: meaning) {
      return .unread("a factor of 0 stands beside a name of which no cell says what it is")
    }
    if case .function("factorial", let arguments) = right.term, arguments.map(number) == [first.value] {
      return .unread("whether '!' stands for a factorial is not clear")
    }
    if mayBeThousands(left, of: second.value) || mayBeThousands(right, of: first.value) {
      return .unread("whether a point in it separates decimals or thousands is not clear")
    }
    if let shown = right.term.literal ?? left.term.literal,
      Self.agrees(right.term.literal == nil ? second.value : first.value, shown), shown.unit < 1
    {
      return .contradicted(contradiction(right.side, .rounded(left: first.value, right: second.value)))
    }
    return .contradicted(contradiction(right.side, .numbers(left: first.value, right: second.value)))
  }

  /// Whether a side could hold if a point in it separated thousands; of a number alone its value tells.
  private func mayBeThousands(_ side: Value, of value: Double) -> Bool {
    guard side.term.mayHaveThousands else { return false }
    guard let literal = side.term.literal else { return true }
    return abs(literal.value * 1000 - value) <= 1e-9 * abs(value)
  }

  private func nearly(_ left: Value, _ right: Value, _ first: Double, _ second: Double) -> FormulaVerdict {
    let shown = right.term.literal ?? left.term.literal
    guard let shown else { return .unread("≈ has no digits on either side") }
    let value = right.term.literal == nil ? second : first
    if Self.agrees(value, shown) { return .verified(.digits) }
    // Of two that are written out, either may be the rounded one.
    if let other = left.term.literal, right.term.literal != nil, Self.agrees(second, other) {
      return .verified(.digits)
    }
    return .contradicted(contradiction(right.side, .digits(value: value, shown: shown.value)))
  }

  /// Whether a number is, rounded or cut off, what is shown.
  static func agrees(_ value: Double, _ shown: (value: Double, unit: Double)) -> Bool {
    var unit = shown.unit
    // 1000 may be shown for 1046.
    if unit == 1 {
      while unit < shown.value.magnitude, shown.value.truncatingRemainder(dividingBy: unit * 10) == 0 {
        unit *= 10
      }
    }
    let distance = abs(value - shown.value)
    if distance <= unit / 2 * (1 + 1e-9) { return true }
    return unit < 1 && value.magnitude >= shown.value.magnitude && distance < unit * (1 - 1e-9)
      && value.sign == shown.value.sign
  }

  /// How large the parts of a sum are, of whose rounding a small result keeps the whole.
  private func scale(_ term: Term) -> Double {
    switch term {
    case .sum(let parts): return parts.reduce(0) { $0 + scale($1) }
    case .negative(let part): return scale(part)
    case .product(let parts): return parts.reduce(1) { $0 * scale($1) }
    case .quotient(let above, let below):
      let divisor = abs(number(below))
      return divisor == 0 ? 0 : scale(above) / divisor
    case .series(let operand, let name, let from, let to, let isProduct):
      guard let parts = try? meaning.instances(of: operand, name, from: from, to: to) else { break }
      return scale(isProduct ? .product(parts) : .sum(parts))
    case .power(let base, let exponent):
      return scale(base) < 1 ? abs(number(term)) : raise(scale(base), to: min(number(exponent), 64))
    case .applied(let name, let arguments, nil):
      guard let function = meaning.function(name), function.parameters.count == arguments.count else { break }
      return rounding(function.expression, function.parameters, arguments.map(number))
    case .derivative(let name, let order, let arguments?, nil):
      guard let function = meaning.function(name), function.parameters.count == 1, arguments.count == 1,
        let slope = try? meaning.expression(.derivative(name, order: order, nil, exponent: nil))
      else { break }
      return rounding(slope, function.parameters, arguments.map(number))
    default: break
    }
    return abs(number(term))
  }

  /// The number that a term is; 0 where it is none.
  private func number(_ term: Term) -> Double {
    guard let found = try? meaning.expanded(meaning.expression(term)).value(at: [:], opaque: opaque)?.value,
      found.isFinite
    else { return 0 }
    return found
  }

  /// How far rounding may move a value of a function, and of its arguments before, in units of the last place of 1.
  private func rounding(_ expression: Algebraic, _ names: [String], _ values: [Double]) -> Double {
    let place = Dictionary(zip(names, values)) { first, _ in first }
    guard let found = expression.value(at: place, opaque: opaque), found.value.isFinite else { return 0 }
    var moved = found.error
    for (name, value) in place {
      var other = place
      other[name] = value + 4 * value.ulp
      // A function that jumps here is not rounded further than it is computed.
      if let there = expression.value(at: other, opaque: opaque)?.value,
        abs(there - found.value) <= 1e-9 * max(1, abs(found.value))
      {
        moved += abs(there - found.value)
      }
    }
    return moved / Double.ulpOfOne
  }
}

extension Term {
  /// Whether `\log` is in it.
  var hasAnyLogarithm: Bool {
    var found = false
    visit { if case .function(Term.anyLogarithm, _) = $0 { found = true } }
    return found
  }

  /// Whether a number in it is written like 1.500, which is a thousand and a half to some.
  var mayHaveThousands: Bool {
    var found = false
    visit { term in
      if case .number(let value, let unit) = term, unit > 0.0009, unit < 0.0011, value >= 1, value < 1000 {
        found = true
      }
    }
    return found
  }

  /// Whether a limit is in it that is found by values.
  var hasNumericLimit: Bool {
    var found = false
    visit { term in
      guard case .limit(_, _, let target, let side) = term else { return }
      let isEnd = target == .number(.infinity, unit: 1) || target == .negative(.number(.infinity, unit: 1))
      found = found || isEnd || side != nil
    }
    return found
  }

  /// Whether it asks for a derivative or a limit.
  var hasCalculus: Bool {
    var found = false
    visit { term in
      switch term {
      case .derivative, .differential, .limit, .primed, .component: found = true
      default: break
      }
    }
    return found
  }
}

extension Algebraic {
  /// The names of the functions in it, those inside of others included.
  var functionNames: Set<String> {
    var names: Set<String> = []
    for factor in terms.keys.flatMap(\.exponents.keys) {
      switch factor {
      case .variable: break
      case .sum(let inner): names.formUnion(inner.functionNames)
      case .function(let name, let arguments):
        names.insert(name)
        for argument in arguments { names.formUnion(argument.functionNames) }
      }
    }
    return names
  }
}
