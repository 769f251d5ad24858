/// What becomes of a formula that does not hold for the cells by what the words around it say.
extension FormulaVerifier {
  typealias Outcome = (verdict: FormulaVerdict, definition: Definition?)

  /// What becomes of a contradicted chain; nil where its words change nothing.
  mutating func reconsidered(
    _ contradiction: FormulaVerdict.Contradiction, _ chain: Statement.Chain, in statement: Statement,
    _ cellsBefore: Int
  ) -> Outcome? {
    let around = surroundings[index]
    if around.isMistake { return (.unread("the words around it call something a mistake"), nil) }
    if around.isClaim, around.isExercise { return (.unread("an exercise says what someone says"), nil) }
    // What names mean makes no wrong arithmetic right.
    if !around.measuresDegrees, !around.countsOtherwise, arithmeticContradiction(chain) != nil { return nil }
    var wrong: FormulaVerdict?
    if let verdict = underConditions(chain, in: statement, cellsBefore) {
      guard case .contradicted = verdict else { return (verdict, proseDefinition(chain, cellsBefore)) }
      wrong = verdict
    }
    if let sign = around.sign, let verdict = withSign(sign, chain, in: statement, cellsBefore) {
      return (verdict, nil)
    }
    if around.measuresDegrees, chain.hasAngle {
      let found = compared(chain, in: statement, under: Circumstances(measuresDegrees: true), cellsBefore)
      return (found, nil)
    }
    if around.countsOtherwise, chain.sides.allSatisfy({ $0.term?.isWholeArithmetic ?? false }) {
      return (.unread("its paragraph counts in another way"), nil)
    }
    if let found = anotherFunction(contradiction, chain, in: statement, cellsBefore) { return found }
    if let verdict = inExercise(contradiction, chain, in: statement, cellsBefore) { return (verdict, nil) }
    if let name = foreignCondition(contradiction, chain) {
      return (.unread("its sentence says that '\(name)' is a number, which it is not in the cells"), nil)
    }
    if let name = constantOfWords(chain, in: statement, cellsBefore) {
      return (.unread("the words before it may give '\(name)' another number"), nil)
    }
    for case .formula(let index, _) in contradiction.definitions.map(\.origin) {
      guard !conditions(ofFormulaAt: index).isEmpty else { continue }
      return (.unread("a formula before it says only under a condition what its names are"), nil)
    }
    return wrong.map { ($0, nil) }
  }

  private mutating func compared(
    _ chain: Statement.Chain, in statement: Statement, under circumstances: Circumstances, _ cellsBefore: Int
  ) -> FormulaVerdict {
    guard reconsiderations < Self.mostReconsiderations else {
      return .unread(
        "the words around the formulas before it took all the time that those of a lesson may take")
    }
    let before = self.circumstances
    self.circumstances = circumstances
    defer { self.circumstances = before }
    return compared(chain, in: statement, cellsBefore).verdict
  }

  // MARK: Conditions

  /// The verdict on a chain where the conditions of its sentence hold, "for $x > 0$"; nil where it has none.
  mutating func underConditions(
    _ chain: Statement.Chain, in statement: Statement, _ cellsBefore: Int
  ) -> FormulaVerdict? {
    guard circumstances.conditions.isEmpty, chain.relations.contains(.equal) else { return nil }
    let conditions = chain.holdsWhere.isEmpty ? conditions(ofFormulaAt: index) : chain.holdsWhere
    guard !conditions.isEmpty else { return nil }
    return compared(chain, in: statement, under: Circumstances(conditions: conditions), cellsBefore)
  }

  /// The conditions that formulas of its sentence give a formula: those before it that stand together, nearest first, or
  /// where the sentence begins with a formula that is none, those behind it.
  private func conditions(ofFormulaAt index: Int) -> [Term.Condition] {
    let sentence = surroundings[index].sentence
    guard sentence.count > 1, let place = sentence.firstIndex(of: index) else { return [] }
    let known = sentence.map { statements[$0]?.conditions ?? [] }
    guard known[place].isEmpty else { return [] }
    func together(_ places: some Sequence<Int>) -> [Term.Condition] {
      let found = places.drop { known[$0].isEmpty }.prefix { !known[$0].isEmpty }
      return found.flatMap { known[$0] }
    }
    let (before, after) = (together((0..<place).reversed()), together((place + 1)..<known.count))
    let comesFirst = !known[0].isEmpty
    return comesFirst ? before : after.isEmpty ? before : after
  }

  /// The verdict where all that varies has a sign, if it is verified there.
  private mutating func withSign(
    _ sign: Double, _ chain: Statement.Chain, in statement: Statement, _ cellsBefore: Int
  ) -> FormulaVerdict? {
    let names = chain.names
    let zero = Term.number(0, unit: 1)
    let conditions = names.sorted().map { name in
      sign > 0
        ? Term.Condition(left: zero, relation: .less, right: .name(name))
        : Term.Condition(left: .name(name), relation: .less, right: zero)
    }
    let found = compared(chain, in: statement, under: Circumstances(conditions: conditions), cellsBefore)
    if case .verified = found { return found }
    return nil
  }

  // MARK: Other functions

  enum Support { case none, favourable, adverse }

  /// What becomes of a chain whose words introduce another function of the name than the cells; nil where they don't.
  private mutating func anotherFunction(
    _ contradiction: FormulaVerdict.Contradiction, _ chain: Statement.Chain, in statement: Statement,
    _ cellsBefore: Int
  ) -> Outcome? {
    let around = surroundings[index]
    guard around.introduction > .none || around.isExercise || around.isSupposition,
      chain.relations.first == .equal
    else { return nil }
    let chain = chain.withoutAlias
    guard let left = chain.sides.first?.term else { return nil }
    let ofCells = contradiction.definitions.map(\.name).filter { name in cells.contains { $0.name == name } }
    guard let head = Head(left), ofCells.contains(head.name),
      let definition = proseDefinition(chain, cellsBefore)
    else {
      let names = left.functionNames.filter(ofCells.contains)
      let isSupposed = around.isExercise && around.introduction > .none || around.isSupposition
      guard isSupposed, !names.isEmpty, chain.sides.count == 2, chain.sides[1].term?.literal != nil else {
        return nil
      }
      redefined.formUnion(names)
      if around.isExercise { supposed.formUnion(names) }
      return (.unread("its words suppose it"), nil)
    }
    let support = support(for: definition, cellsBefore)
    guard support != .adverse else { return nil }
    let isKnown = known.contains(head.name) || support == .favourable || around.isExercise
    let isBefore = cells.contains { $0.name == head.name && $0.position <= 2 * cellsBefore + 1 }
    switch around.introduction {
    case .none: guard head.parameters != nil else { return nil }
    case .given:
      guard around.isExercise || support == .favourable else { return nil }
    case .supposed: guard isKnown else { return nil }
    case .other: guard isKnown || isBefore else { return nil }
    }
    introduced.insert(index)
    return (.unread("its words introduce another function of this name than the cells have"), definition)
  }

  /// Whether a formula that says what a function is, one power alone, is the last to do so before the cell that defines it first,
  /// and as another power.
  func introducesNextCell(_ definition: Definition, _ cellsBefore: Int) -> Bool {
    let own = cells.filter { $0.name == definition.name }
    guard let first = own.first, case .cell(cellsBefore) = first.origin, !first.isOpaque,
      definition.parameters == first.parameters, definition.expression.isOtherPower(than: first.expression)
    else { return false }
    return !statements.indices.dropFirst(index + 1).contains { later in
      places[later] == cellsBefore
        && statements[later]?.chains.contains { chain in
          chain.sides.count > 1 && chain.sides[0].term.flatMap { Head($0)?.name } == definition.name
        } == true
    }
  }

  /// Whether the first formula behind it in its paragraph that tells holds for a definition and not for the cells, or the
  /// other way round.
  mutating func support(for definition: Definition, _ cellsBefore: Int) -> Support {
    for later in (index + 1)..<max(paragraph.upperBound, index + 1) {
      guard let statement = statements[later] else { continue }
      for chain in statement.chains where chain.sides.count > 1 {
        let names = chain.sides.flatMap { $0.term?.functionNames ?? [] }
        guard names.contains(definition.name) else { continue }
        if let head = chain.sides[0].term.flatMap(Head.init), head.name == definition.name { return .none }
        let own = cells.filter { $0.name == definition.name }
        let mine = isVerified(chain, in: statement, [definition.name: [definition]], cellsBefore)
        let theirs = isVerified(chain, in: statement, [definition.name: own], cellsBefore)
        if theirs != mine { return mine ? .favourable : .adverse }
      }
    }
    return .none
  }

  private mutating func isVerified(
    _ chain: Statement.Chain, in statement: Statement, _ definitions: [String: [Definition]],
    _ cellsBefore: Int
  ) -> Bool {
    let found = compared(chain, in: statement, under: Circumstances(definitions: definitions), cellsBefore)
    if case .verified = found { return true }
    return false
  }

  /// The verdict on a chain of an exercise that speaks of what another one defines or supposes; nil where none does.
  private mutating func inExercise(
    _ contradiction: FormulaVerdict.Contradiction, _ chain: Statement.Chain, in statement: Statement,
    _ cellsBefore: Int
  ) -> FormulaVerdict? {
    guard surroundings[index].isExercise else { return nil }
    for name in contradiction.definitions.map(\.name) {
      if supposed.contains(name) { return .unread("an exercise supposes something of '\(name)'") }
      let others = exercises.filter { $0.name == name }
      guard !others.isEmpty else { continue }
      let found = compared(
        chain, in: statement, under: Circumstances(definitions: [name: others]), cellsBefore)
      if case .verified = found { return found }
    }
    return nil
  }

  /// The function of cells, with no part in a chain, that the condition of its sentence calls a number, so that it speaks
  /// of other functions: "if $v = 5$, then $x(10) = 50$". Nil where there is none.
  private func foreignCondition(
    _ contradiction: FormulaVerdict.Contradiction, _ chain: Statement.Chain
  ) -> String? {
    guard surroundings[index].isConditional else { return nil }
    let known = chain.names.union(contradiction.definitions.flatMap { [$0.name] + $0.parameters })
    let before = surroundings[index].sentence.prefix { $0 < index }.compactMap { statements[$0] }
    return before.flatMap(\.chains).compactMap { binding($0, numbers: [:])?.name }.first { name in
      !known.contains(name) && cells.contains { $0.name == name }
    }
  }

  // MARK: Numbers

  /// The constant of cells for which a chain holds with a number that the words before it give; nil where there is none.
  private mutating func constantOfWords(
    _ chain: Statement.Chain, in statement: Statement, _ cellsBefore: Int
  ) -> String? {
    let given = surroundings[index].numbers
    guard !given.isEmpty else { return nil }
    let names = chain.names
    let constants = numbers.filter { names.contains($0.name) && bindings[$0.name] == nil }
    let saved = bindings
    defer { bindings = saved }
    for constant in constants.prefix(3) {
      for number in given where number != constant.value {
        bindings = saved
        bindings[constant.name] = .some(number)
        if case .verified = compared(chain, in: statement, cellsBefore).verdict { return constant.name }
      }
    }
    return nil
  }
}

extension Statement {
  /// The conditions that it says, where it says nothing else: `x > 0`, `0 < x < 1`.
  var conditions: [Term.Condition] {
    guard chains.allSatisfy({ $0.isCondition }) else { return [] }
    return chains.flatMap { $0.conditions ?? [] }
  }
}

extension Statement.Chain {
  /// The conditions that it says; nil where one cannot be read.
  var conditions: [Term.Condition]? {
    var found: [Term.Condition] = []
    for (sides, relation) in zip(zip(sides, sides.dropFirst()), relations) {
      guard let left = sides.0.term, let right = sides.1.term else { return nil }
      switch relation {
      case .order(.less): found.append(.init(left: left, relation: .less, right: right))
      case .order(.lessOrEqual): found.append(.init(left: left, relation: .lessOrEqual, right: right))
      case .order(.greater): found.append(.init(left: right, relation: .less, right: left))
      case .order(.greaterOrEqual): found.append(.init(left: right, relation: .lessOrEqual, right: left))
      case .unequal: found.append(.init(left: left, relation: .unequal, right: right))
      default: return nil
      }
    }
    return found
  }
}

extension Statement.Chain {
  /// Without the name at its start that is a function's value behind it: `f(x) = x^2` of `y = f(x) = x^2`.
  var withoutAlias: Statement.Chain {
    guard sides.count > 2, relations[0] == .equal, case .name? = sides[0].term,
      sides[1].term.flatMap(Head.init)?.parameters != nil
    else { return self }
    var chain = self
    chain.sides.removeFirst()
    chain.relations.removeFirst()
    return chain
  }

  /// Whether a sine, cosine or tangent is in it.
  fileprivate var hasAngle: Bool {
    contains { if case .function(let name, _) = $0 { Meaning.ofAngles.contains(name) } else { false } }
  }
}
