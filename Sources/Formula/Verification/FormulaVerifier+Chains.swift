/// What becomes of one chain: by its units, by the vectors that its names may mean, by each meaning that they may have.
extension FormulaVerifier {
  mutating func verify(
    _ chain: Statement.Chain, in statement: Statement, _ cellsBefore: Int
  ) -> (verdict: FormulaVerdict, definition: Definition?) {
    if surroundings[index].supposesAll {
      generals.formUnion(chain.sides.flatMap { $0.term?.functionNames ?? [] })
    }
    let found = comparedByUnits(chain, in: statement, cellsBefore)
    let doubted = doubted
    if let name = madeOfOthers(chain, in: statement, cellsBefore) { generals.insert(name) }
    switch found.verdict {
    case .contradicted(let contradiction):
      let other = reconsidered(contradiction, chain, in: statement, cellsBefore)
      if let other {
        guard case .contradicted = other.verdict else { return other }
      }
      let doubtful = contradiction.definitions.first { mention in
        if case .cell = mention.origin {
          redefined.contains(mention.name) || generals.contains(mention.name)
        } else {
          false
        }
      }
      guard let doubtful else { return other ?? found }
      return (
        .unread(
          "a formula before it says another thing of '\(doubtful.name)' than the cells"),
        nil
      )
    case .unread:
      if let verdict = underConditions(chain, in: statement, cellsBefore) {
        return (verdict, found.definition)
      }
      if let doubted, let definition = found.definition, surroundings[index].introduction < .supposed,
        !surroundings[index].isExercise
      {
        let support = support(for: definition, cellsBefore)
        if support == .adverse || support == .none && introducesNextCell(definition, cellsBefore) {
          return (.contradicted(doubted), nil)
        }
      }
      if let head = chain.sides.first?.term.flatMap(Head.init), head.parameters != nil,
        chain.relations.first == .equal, !definitions(of: head.name, cellsBefore).isEmpty,
        // `f(x) = 0` is an equation.
        chain.sides[1].term?.literal?.value != 0
      {
        redefined.insert(head.name)
      }
    case .verified(let evidence):
      if let other = otherMeaning(of: chain, evidence, in: statement, cellsBefore) {
        return (found.verdict, other)
      }
      guard !evidence.isPart else { break }
      for name in chain.sides.flatMap({ $0.term?.functionNames ?? [] }) {
        known.insert(name)
        elsewhere.remove(name)
      }
      respell(chain, cellsBefore)
    default: break
    }
    return found
  }

  /// The function of cells that a chain such as `f(x + h) = g(x + h) h(x + h)` makes of values of others at the same place, in
  /// another way than the cells do; nil where it does not.
  private mutating func madeOfOthers(
    _ chain: Statement.Chain, in statement: Statement, _ cellsBefore: Int
  ) -> String? {
    guard chain.relations.first == .equal, case .applied(let name, let arguments, nil)? = chain.sides[0].term,
      !arguments.allSatisfy(\.isNameOrNumber), let right = chain.sides[1].term
    else { return nil }
    var isAlike = true
    var others: Set<String> = []
    right.visit { part in
      guard case .applied(let other, let place, _) = part else { return }
      others.insert(other)
      isAlike = isAlike && place == arguments
    }
    guard isAlike, others.count > 1, !others.contains(name),
      others.union([name]).allSatisfy({ name in cells.contains { $0.name == name } })
    else { return nil }
    let pair = Statement.Chain(sides: Array(chain.sides.prefix(2)), relations: [.equal])
    if case .unread = compared(pair, in: statement, cellsBefore).verdict { return name }
    return nil
  }

  /// What a chain such as `P = x(50 - x) - 10x = 40x - x^2`, which holds without its first side, says that a name is, where
  /// that is not what is known of it; nil elsewhere, and for a letter alone of which the section has said something.
  private mutating func otherMeaning(
    of chain: Statement.Chain, _ evidence: FormulaVerdict.Evidence, in statement: Statement,
    _ cellsBefore: Int
  ) -> Definition? {
    guard chain.sides.count > 2, let head = chain.sides[0].term.flatMap(Head.init),
      head.parameters == nil ? elsewhere.contains(head.name) : evidence.isPart
    else { return nil }
    let pair = Statement.Chain(sides: Array(chain.sides.prefix(2)), relations: [chain.relations[0]])
    if case .verified = compared(pair, in: statement, cellsBefore).verdict { return nil }
    return proseDefinition(chain, cellsBefore)
  }

  /// What becomes of a chain whose numbers may have units other than those of the SI: it is compared as it is written, as
  /// in `20 \cdot 3.6 = 72\,\text{km/h}`, and in units of the SI, as in `5\,\text{km} = 5000\,\text{m}`.
  private mutating func comparedByUnits(
    _ chain: Statement.Chain, in statement: Statement, _ cellsBefore: Int
  ) -> (verdict: FormulaVerdict, definition: Definition?) {
    guard !chain.hasBaseUnits else { return comparedByVectors(chain, in: statement, cellsBefore) }
    let units = Set(chain.sides.compactMap(\.unit))
    guard units.count == 1 else {
      guard let converted = chain.inBaseUnits else { return (.unread("it has units of several kinds"), nil) }
      let found = comparedByVectors(converted, in: statement, cellsBefore)
      guard case .contradicted = found.verdict, case .name? = chain.sides[0].term else { return found }
      // The number of a name may be in the SI's unit as it is.
      var named = converted
      named.sides[0] = chain.sides[0]
      let other = comparedByVectors(named, in: statement, cellsBefore)
      if case .contradicted = other.verdict { return found }
      return other
    }
    let found = comparedByVectors(chain, in: statement, cellsBefore)
    guard case .contradicted = found.verdict, let unit = units.first else { return found }
    // What has no unit has that of the SI.
    var converted = chain
    for index in chain.sides.indices where chain.sides[index].unit != nil {
      converted.sides[index].term = chain.sides[index].term.map(unit.inBaseUnits)
    }
    let other = comparedByVectors(converted, in: statement, cellsBefore)
    if case .contradicted = other.verdict { return found }
    return other
  }

  /// What becomes of a chain by the vectors of its paragraph or by those of the cells, if they have the same names.
  private mutating func comparedByVectors(
    _ chain: Statement.Chain, in statement: Statement, _ cellsBefore: Int
  ) -> (verdict: FormulaVerdict, definition: Definition?) {
    let found = compared(chain, in: statement, cellsBefore)
    if case .verified = found.verdict { return found }
    if case .contradicted = found.verdict, !statedMatrices.keys.filter(chain.names.contains).isEmpty {
      // Or of the matrices of the cells.
      let given = statedMatrices
      statedMatrices = [:]
      defer { statedMatrices = given }
      let other = compared(chain, in: statement, cellsBefore)
      if case .verified = other.verdict { return other }
    }
    guard speaks(of: carried.union(hidden), chain) else { return found }
    // It may speak of the numbers of a paragraph, or of those of the cells.
    let given = (vectors, bindings)
    vectors = vectors.filter { !carried.contains($0.key) && !hidden.contains($0.key) }
    bindings = bindings.filter { !hidden.contains($0.key) }
    defer { (vectors, bindings) = given }
    let other = compared(chain, in: statement, cellsBefore)
    switch (other.verdict, found.verdict) {
    case (.verified, _): return other
    case (_, .contradicted) where speaks(of: carried, chain):
      if let arithmetic = arithmeticContradiction(chain) { return (arithmetic, nil) }
      return (
        .unread("whether it speaks of the numbers of a paragraph before is not clear"), found.definition
      )
    default: return found
    }
  }

  /// Whether vectors of some names, or sums over their elements, are in a chain.
  private func speaks(of vectors: Set<String>, _ chain: Statement.Chain) -> Bool {
    guard !vectors.isEmpty else { return false }
    let terms = chain.sides.compactMap(\.term)
    guard terms.contains(where: { $0.speaksOfVectors || $0.speaksOfElements || $0.hasVector }) else {
      return false
    }
    return terms.contains { term in
      term.names.contains { vectors.contains(SubscriptedName($0)?.base ?? $0) }
    }
  }

  mutating func compared(
    _ chain: Statement.Chain, in statement: Statement, _ cellsBefore: Int
  ) -> (verdict: FormulaVerdict, definition: Definition?) {
    guard chain.sides.count > 1 else {
      return (.silent, nil)
    }
    if let (derived, name) = chain.derived {
      let found = compared(derived, in: statement, cellsBefore).verdict
      guard case .contradicted(var contradiction) = found,
        case .values(let left, let right, let place, _) = contradiction.reason
      else { return (found, nil) }
      contradiction.reason = .derivatives(by: name, left: left, right: right, at: place)
      return (.contradicted(contradiction), nil)
    }
    if let signs = chain.signs {
      return (Self.whole(signs.map { verify($0, in: statement, cellsBefore).verdict }), nil)
    }
    if let found = givenMatrix(chain, in: statement, cellsBefore) ?? givenVector(chain, cellsBefore) {
      return (found, nil)
    }
    if let entries = matrixEntries(of: chain, cellsBefore) {
      return (verdict(onEntries: entries, of: chain, in: statement, cellsBefore), nil)
    }
    if let components = chain.components(arrays(cellsBefore)) {
      var verdicts: [FormulaVerdict] = []
      for component in components {
        verdicts.append(verify(component, in: statement, cellsBefore).verdict)
        if case .unread = verdicts.last { break }
      }
      return (Self.whole(verdicts), nil)
    }
    var contradiction: FormulaVerdict?
    var refuting: Meaning?
    var reason: String?
    // What holds in part, and what the cells' numbers say of the rest.
    var part: (meaning: Meaning, verdict: FormulaVerdict)?
    var refuted: FormulaVerdict?
    // What the numbers of the cells say of derivatives without arguments.
    var there: (meaning: Meaning, contradiction: FormulaVerdict.Contradiction)?
    // What meanings that contradict nothing say.
    var uncertain: [(meaning: Meaning, contradiction: FormulaVerdict.Contradiction)] = []
    doubted = nil
    let meanings = meanings(of: chain, cellsBefore)
    if meanings.isEmpty { reason = "its paragraph gives a constant that its functions read another value" }
    for meaning in meanings {
      comparisons += 1
      if circumstances.areOther { reconsiderations += 1 }
      var comparison = ChainComparison(chain, meaning, opaque)
      let verdict = comparison.verdict()
      switch verdict {
      case .verified(.part):
        if let known = part?.meaning, !meaning.onlyAddsNumbers(to: known) { break }
        part = (part?.meaning ?? meaning, verdict)
      case .verified: return (verdict, nil)
      case .contradicted(let found) where meaning.isAtNumbers: there = (meaning, found)
      case .contradicted where meaning.contradicts:
        if contradiction == nil { (contradiction, refuting) = (verdict, meaning) }
        if let part, meaning.onlyAddsNumbers(to: part.meaning) { refuted = refuted ?? verdict }
      case .contradicted(let found): uncertain.append((meaning, found))
      case .unread(let why):
        reason = reason ?? why
        if meaning.contradicts { doubted = doubted ?? comparison.doubted }
      case .exempt, .unreadable, .silent: break
      }
    }
    let isRefuted = contradiction != nil || !uncertain.isEmpty || there != nil
    if isRefuted, meanings.contains(where: { namesAnotherNumber(chain, under: $0) }) {
      return (
        part?.verdict ?? .unread("the number of its name may be another one here than in the cells"), nil
      )
    }
    if contradiction == nil, part == nil {
      contradiction =
        forwardPassContradiction(chain, meanings) ?? numberContradiction(chain, cellsBefore)
    }
    let odd = (uncertain + (there.map { [$0] } ?? [])).first {
      hasOddSide(chain, under: $0.meaning, $0.contradiction)
    }
    if contradiction == nil, let odd { return (.contradicted(odd.contradiction), nil) }
    // That numbers are added to a meaning which a formula contradicts makes it no truer.
    if let part, let refuting, part.meaning.onlyAddsNumbers(to: refuting) {
      refuted = refuted ?? contradiction
    }
    if refuted == nil, part != nil, let there, Self.isSignOrDigit(there.contradiction) {
      refuted =
        isSlip(chain, under: there.meaning, there.contradiction) ? .contradicted(there.contradiction) : nil
    }
    if let found = refuted ?? part?.verdict { return (found, nil) }
    if contradiction == nil {
      if let there, isSlip(chain, under: there.meaning, there.contradiction) {
        contradiction = .contradicted(there.contradiction)
      } else if !uncertain.isEmpty {
        contradiction = arithmeticContradiction(chain)
      }
    }
    let verdict = contradiction ?? .unread(reason ?? "it states nothing that can be compared")
    return (verdict, proseDefinition(chain, cellsBefore))
  }
}
