/// Verifies the formulas of a lesson, one after the other, against the functions that its cells define.
///
/// What a name means where a formula stands is decided so: by the nearest definition before it, of a cell or, within its
/// own section, of a formula; then by earlier ones; then by later ones of cells. A formula holds if it does for any of
/// them. It is contradicted if it can be compared and holds for none, and the definition that is named then is the first
/// in that order. A formula that gives a name another meaning than the cells, further from it than a slip of the
/// pen, is no contradiction but a definition for the rest of its section.
public struct FormulaVerifier {
  /// What cells define, in the order of the cells.
  let cells: [Definition]
  let numbers: [NamedNumber]
  let arrays: [NamedArray]
  let tables: [NamedMatrix]
  let budget = SeriesBudget()
  let unsupported: [String: String]
  let opaque: (String, [Double]) -> Double?
  /// What the formulas of the lesson state, and what the words around them say; nil where one states nothing.
  let statements: [Statement?]
  let surroundings: [Surroundings]
  /// What formulas define, with the level of the heading of their section, and whether it ends with their paragraph.
  var prose: [(definition: Definition, level: Int, isLocal: Bool)] = []
  /// Functions of cells with the parameters that formulas give them, with the level of the heading of their section.
  var respelled: [(definition: Definition, level: Int)] = []
  /// Names of constants that formulas give another meaning, with the level of the heading of their section.
  var renamed: [(name: String, level: Int)] = []
  /// What formulas of the paragraph say that names are; nil where that is no number that can be read.
  var bindings: [String: Double?] = [:]
  /// The names to which they give a rounded number.
  var rounded: Set<String> = []
  /// What formulas that follow in the paragraph say that names are.
  var announced: [String: Double] = [:]
  /// The vectors that formulas of the section say that names are.
  var vectors: [String: [Double]] = [:]
  /// The matrices that formulas of the section say that names are.
  var statedMatrices: [String: [[Double]]] = [:]
  /// The names of vectors, and of their elements, to which paragraphs before gave numbers.
  private var carried: Set<String> = []
  /// The arrays of cells of whose names formulas of the paragraph say that they are other vectors.
  private var hidden: Set<String> = []
  /// The functions of cells of which formulas of the paragraph say what is not true of them, or not read.
  var redefined: Set<String> = []
  /// The functions of cells of which formulas before said what holds, so that they are known to readers.
  var known: Set<String> = []
  /// What formulas of exercises define, and the functions of which they suppose something.
  var exercises: [Definition] = []
  var supposed: Set<String> = []
  /// The formulas whose words introduce another function; what these define ends at the next heading.
  var introduced: Set<Int> = []
  /// What names mean while a formula is compared under other circumstances than its own.
  var circumstances = Circumstances()
  /// What the chain that was compared last gets wrong if it speaks of the cells' function, where it may speak of another.
  private var doubted: FormulaVerdict.Contradiction?
  /// Whether the chain that is verified is said to hold: not where its sentence may ask where it does, nor where another
  /// follows from it.
  private(set) var isAsserted = false
  /// The numbers that formulas of the lesson give names.
  private(set) lazy var stated = statedNumbers()
  private(set) var level = 0
  /// The index of the formula that is verified, and of those of its paragraph.
  private(set) var index = 0
  private(set) var paragraph = 0..<0
  /// How many chains have been compared under some meaning; bounded, so that no lesson takes for ever.
  private var comparisons = 0
  private static let mostComparisons = 20_000
  /// How many of them were under other circumstances than a formula's own.
  var reconsiderations = 0
  static let mostReconsiderations = 3_000

  /// A verifier before the first formula.
  ///
  /// - Parameters:
  ///   - definitions: What cells define; those of one cell in its order.
  ///   - numbers: The numbers that cells name, each with every value that it has after some cell, in the order of the
  ///     cells.
  ///   - arrays: The arrays of numbers that cells name, in the order of the cells.
  ///   - matrices: The arrays of arrays of numbers, of one length each, that cells name.
  ///   - unsupported: Why nothing is known of some of the cells' functions, by their names.
  ///   - statements: What the formulas of the lesson state; nil for one that states nothing that can be read.
  ///   - surroundings: What the words around them say.
  ///   - opaque: The values of functions without an expression, by the names of their bodies; with `.0` after a name,
  ///     of its derivative by its first parameter, and so on.
  public init(
    definitions: [Definition], numbers: [NamedNumber], arrays: [NamedArray] = [],
    matrices: [NamedMatrix] = [],
    unsupported: [String: String] = [:], statements: [Statement?], surroundings: [Surroundings],
    opaque: @escaping (String, [Double]) -> Double?
  ) {
    cells = definitions.enumerated().sorted {
      ($0.element.position, $0.offset) < ($1.element.position, $1.offset)
    }.map(\.element)
    self.numbers = numbers
    self.arrays = arrays
    tables = matrices
    self.unsupported = unsupported
    self.statements = statements
    self.surroundings = surroundings
    self.opaque = opaque
  }

  /// Begins a section with a heading of a level: what formulas of sections beside it defined has no meaning any more.
  public mutating func beginSection(level: Int) {
    prose.removeAll { $0.level >= level }
    renamed.removeAll { $0.level >= level }
    respelled.removeAll { $0.level >= level }
    self.level = level
    beginParagraph()
    vectors = [:]
    statedMatrices = [:]
    carried = []
  }

  /// Begins a paragraph: the numbers that formulas gave to names before are forgotten.
  ///
  /// - Parameter formulas: Its formulas. A number that one gives to a name, as in "with $k = 0.1$", may be meant in
  ///   those before it too.
  public mutating func beginParagraph(of formulas: Range<Int> = 0..<0) {
    paragraph = formulas
    let statements = statements[formulas].compactMap { $0 }
    carried.formUnion(vectors.keys)
    carried.formUnion(bindings.keys.compactMap { SubscriptedName($0)?.base })
    bindings = [:]
    announced = [:]
    rounded = []
    hidden = []
    redefined = []
    for chain in statements.flatMap(\.chains).reversed() {
      if let (name, matrix) = matrixBinding(chain) { statedMatrices[name] = matrix }
      if let (name, vector) = vectorBinding(chain) {
        vectors[name] = vector
        carried.remove(name)
        if arrays.contains(where: { $0.name == name }) { hidden.insert(name) }
      }
    }
    for chain in statements.flatMap(\.chains) {
      if let (name, value) = binding(chain, numbers: [:]), let value { announced[name] = value }
    }
    prose.removeAll(where: \.isLocal)
  }

  /// Verifies a formula; called for each in order.
  ///
  /// - Parameters:
  ///   - index: Its place among those of the lesson.
  ///   - cellsBefore: The number of cells before it.
  ///   - isExempt: Whether its author exempts it; what it defines has a meaning all the same.
  /// - Complexity: At most some hundred evaluations for each of a bounded number of meanings.
  public mutating func verify(
    _ statement: Statement, at index: Int, cellsBefore: Int, isExempt: Bool = false
  ) -> FormulaVerdict {
    self.index = index
    if statement.isSilent { return .silent }
    guard comparisons < Self.mostComparisons else {
      return .unread("the formulas before it took all the time that a lesson's formulas may take")
    }
    var verdicts: [FormulaVerdict] = []
    var openClaim: String?
    var solved: (name: String, premises: [Statement.Chain])?
    for (place, chain) in statement.chains.enumerated() {
      var premises = chain.isImplied ? Self.premises(of: place, in: statement) : []
      // In `x = 1 or x = 2` the second is a solution too.
      if case .name(let name)? = chain.sides.first?.term, chain.sides.count > 1 {
        if let solved, solved.name == name, !chain.isImplied { premises = solved.premises }
        solved = premises.isEmpty ? nil : (name, premises)
      } else {
        solved = nil
      }
      if !premises.isEmpty, let verdict = solution(chain, of: premises, cellsBefore) {
        verdicts.append(verdict)
        // What is said to be the solution must be the same on all sides.
        let rest = Statement.Chain(
          sides: Array(chain.sides.dropFirst()), relations: Array(chain.relations.dropFirst()))
        verdicts.append(verify(rest, in: statement, cellsBefore).verdict)
        continue
      }
      let isPremise = place + 1 < statement.chains.count && statement.chains[place + 1].isImplied
      isAsserted = surroundings[index].isAssertion && !isPremise && !chain.isImplied
      let found = verify(chain, in: statement, cellsBefore)
      if let definition = found.definition, isExempt || found.verdict.isOpen {
        let rebound = reboundConstants(cellsBefore)
        let isLocal = cells.contains { $0.name == definition.name && !$0.constants.isDisjoint(with: rebound) }
        prose.append((definition, introduced.contains(index) ? Int.max : level, isLocal))
        if surroundings[index].isExercise { exercises.append(definition) }
      }
      if let name = renamedConstant(chain) { renamed.append((name, level)) }
      bind(chain)
      verdicts.append(found.verdict)
      if case .unread(let why) = found.verdict, statement.isClaim(place) { openClaim = openClaim ?? why }
    }
    let verdict = Self.summary(verdicts, isConditional: statement.isConditional)
    guard case .verified = verdict, let openClaim else { return verdict }
    return .verified(.part(unread: openClaim))
  }

  private static func summary(_ verdicts: [FormulaVerdict], isConditional: Bool) -> FormulaVerdict {
    var evidence: FormulaVerdict.Evidence?
    var reason: String?
    for verdict in verdicts {
      switch verdict {
      case .contradicted:
        if isConditional { return .unread("it holds only under a condition") }
        return verdict
      case .verified(let found): evidence = evidence.map { $0.weaker(found) } ?? found
      case .unread(let why): reason = reason ?? why
      case .exempt, .unreadable, .silent: break
      }
    }
    if let evidence { return .verified(evidence) }
    return reason.map { .unread($0) } ?? .silent
  }

  // MARK: Chains

  mutating func verify(
    _ chain: Statement.Chain, in statement: Statement, _ cellsBefore: Int
  ) -> (verdict: FormulaVerdict, definition: Definition?) {
    let found = comparedByUnits(chain, in: statement, cellsBefore)
    let doubted = doubted
    switch found.verdict {
    case .contradicted(let contradiction):
      if let other = reconsidered(contradiction, chain, in: statement, cellsBefore) { return other }
      let doubtful = contradiction.definitions.first { mention in
        if case .cell = mention.origin { redefined.contains(mention.name) } else { false }
      }
      guard let doubtful else { return found }
      return (
        .unread(
          "a formula before it in its paragraph says another thing of '\(doubtful.name)' than the cells"),
        nil
      )
    case .unread:
      if let verdict = underConditions(chain, in: statement, cellsBefore) {
        return (verdict, found.definition)
      }
      if let doubted, let definition = found.definition, surroundings[index].introduction < .supposed,
        !surroundings[index].isExercise, support(for: definition, cellsBefore) == .adverse
      {
        return (.contradicted(doubted), nil)
      }
      if let head = chain.sides.first?.term.flatMap(Head.init), head.parameters != nil,
        chain.relations.first == .equal, !definitions(of: head.name, cellsBefore).isEmpty,
        // `f(x) = 0` is an equation.
        chain.sides[1].term?.literal?.value != 0
      {
        redefined.insert(head.name)
      }
    case .verified(let evidence) where !evidence.isPart:
      for name in chain.sides.flatMap({ $0.term?.functionNames ?? [] }) { known.insert(name) }
      respell(chain, cellsBefore)
    default: break
    }
    return found
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
      return comparedByVectors(converted, in: statement, cellsBefore)
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

  /// What a chain that begins with `f(x) = …` or `y = …` defines.
  func proseDefinition(_ chain: Statement.Chain, _ cellsBefore: Int) -> Definition? {
    guard chain.sides.count > 1, chain.relations.first == .equal, let left = chain.sides[0].term,
      let right = chain.sides[1].term,
      let head = Head(left), unsupported[head.name] == nil, isDefinable(head, by: right)
    else { return nil }
    var meaning = Meaning(budget: budget)
    // `f(u)` is no product, though no cell defines `f`.
    meaning.variables = right.names.filter { name in
      !right.contains {
        if case .applied(name, let arguments, _) = $0 {
          arguments.allSatisfy(\.isNameOrNumber)
        } else {
          false
        }
      }
    }
    meaning.bound = Set(head.parameters ?? [])
    for name in Set(right.functionNames) where name != head.name {
      if let known = definitions(of: name, cellsBefore).first { meaning.functions[name] = known }
    }
    guard let expression = try? meaning.expression(right), expression.number == nil,
      !expression.variables.contains(head.name)
    else { return nil }
    let definition = Definition(
      name: head.name, parameters: head.parameters ?? expression.variables.sorted(),
      body: .expression(expression),
      origin: .formula(index, cellsBefore: cellsBefore))
    return isPiece(definition) ? nil : definition
  }

  /// Whether a definition is one piece of a function of a cell that has branches, and so defines no other.
  private func isPiece(_ definition: Definition) -> Bool {
    cells.contains { cell in
      cell.name == definition.name && cell.isOpaque && cell.parameters.count == definition.parameters.count
        && definition.expression.agreesSomewhere(
          with: cell.value(definition.parameters.map(Algebraic.variable)), opaque: opaque)
    }
  }

  /// Whether a formula can give a name a meaning: not by other functions of cells, which is an equation.
  private func isDefinable(_ head: Head, by term: Term) -> Bool {
    let own = cells.filter { $0.name == head.name }
    let others = Set(term.functionNames).subtracting(head.parameters ?? own.flatMap(\.parameters))
    return own.isEmpty || !cells.contains { others.contains($0.name) && $0.name != head.name }
  }

  /// The verdict on what holds if all of it does.
  static func whole(_ verdicts: [FormulaVerdict]) -> FormulaVerdict {
    let found = summary(verdicts, isConditional: false)
    guard case .verified = found else { return found }
    for case .unread(let why) in verdicts { return .verified(.part(unread: why)) }
    return found
  }

  // MARK: Solutions

  /// The chains from which a chain follows.
  private static func premises(of index: Int, in statement: Statement) -> [Statement.Chain] {
    var first = index
    while first > 0, statement.chains[first].isImplied { first -= 1 }
    return Array(statement.chains[first..<index])
  }

  /// The verdict on `x = …` as a solution of the equations before it; nil where it is none.
  private func solution(
    _ chain: Statement.Chain, of premises: [Statement.Chain], _ cellsBefore: Int
  ) -> FormulaVerdict? {
    guard chain.sides.count >= 2, case .name(let name)? = chain.sides[0].term else { return nil }
    guard chain.sides.allSatisfy({ $0.term != nil }) else { return nil }
    // After ≈, what follows is rounded too.
    let exact = chain.relations.firstIndex(of: .near) ?? chain.relations.count
    func values(_ sides: ArraySlice<Statement.Side>) -> [Term] { sides.compactMap(\.term).flatMap(\.signs) }
    var outcomes: [FormulaVerdict] = []
    for premise in premises
    where premise.sides.compactMap(\.term).contains(where: { $0.names.contains(name) }) {
      guard premise.sides.count >= 2 else { continue }
      var outcome: FormulaVerdict?
      // What the solution names belongs to the question.
      var question = premise
      question.sides += chain.sides
      for meaning in meanings(of: question, cellsBefore) {
        let check = SolutionCheck(
          premise, name: name, exact: values(chain.sides[1..<(exact + 1)]),
          near: values(chain.sides[(exact + 1)...]),
          meaning: meaning, opaque: opaque)
        guard let found = check.verdict(chain.sides[1].range) else { continue }
        if case .verified(let evidence) = found {
          if case .verified? = outcome, evidence.isPart { continue }
          outcome = check.rounding(chain.sides[chain.sides.count - 1].range) ?? found
        } else if meaning.contradicts {
          outcome = outcome ?? found
        }
        if case .verified(let evidence)? = outcome, !evidence.isPart { break }
      }
      if let outcome { outcomes.append(outcome) }
    }
    return outcomes.isEmpty ? nil : Self.summary(outcomes, isConditional: false)
  }
}

extension FormulaVerdict {
  fileprivate var isOpen: Bool {
    if case .unread = self { return true }
    return false
  }
}
