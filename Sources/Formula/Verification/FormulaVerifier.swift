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
  /// How many cells stand before each formula.
  let places: [Int]
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
  var carried: Set<String> = []
  /// The arrays of cells of whose names formulas of the paragraph say that they are other vectors.
  var hidden: Set<String> = []
  /// The functions of cells of which formulas of the paragraph say what is not true of them, or not read.
  var redefined: Set<String> = []
  /// The functions of which the section supposes something everywhere, so that it speaks of all that are so, or which it
  /// makes of others in another way than the cells.
  var generals: Set<String> = []
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
  var doubted: FormulaVerdict.Contradiction?
  /// The last chain of the formula that was verified last.
  var last: (index: Int, chain: Statement.Chain)?
  /// Whether the chain that is verified is said to hold: not where its sentence may ask where it does, nor where another
  /// follows from it.
  private(set) var isAsserted = false
  /// The numbers that formulas of the lesson give names.
  private(set) var stated: [String: Set<Double>] = [:]
  private(set) var level = 0
  /// The functions of cells before the section of which no formula of it has said what holds.
  var elsewhere: Set<String> = []
  /// How many cells stand before the end of the section.
  private(set) var cellsInSection = 0
  /// How many stand before its beginning.
  private(set) var cellsBeforeSection = 0
  /// The index of the formula that is verified, and of those of its paragraph.
  private(set) var index = 0
  private(set) var paragraph = 0..<0
  /// How many chains have been compared under some meaning; bounded, so that no lesson takes for ever.
  var comparisons = 0
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
  ///   - places: How many cells stand before each.
  ///   - opaque: The values of functions without an expression, by the names of their bodies; with `.0` after a name,
  ///     of its derivative by its first parameter, and so on.
  public init(
    definitions: [Definition], numbers: [NamedNumber], arrays: [NamedArray] = [],
    matrices: [NamedMatrix] = [],
    unsupported: [String: String] = [:], statements: [Statement?], surroundings: [Surroundings],
    places: [Int], opaque: @escaping (String, [Double]) -> Double?
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
    self.places = places
    self.opaque = opaque
    stated = statedNumbers()
  }

  /// Begins a section with a heading of a level: what formulas of sections beside it defined has no meaning any more.
  ///
  /// - Parameter cellsInSection: How many cells stand before the next heading: what constants of later ones are contradicts
  ///   nothing.
  public mutating func beginSection(level: Int, cellsInSection: Int = .max) {
    cellsBeforeSection = self.cellsInSection
    elsewhere = Set(
      cells.filter { definition in
        if case .cell(let cell) = definition.origin { cell < cellsBeforeSection } else { false }
      }.map(\.name))
    self.cellsInSection = cellsInSection
    prose.removeAll { $0.level >= level }
    renamed.removeAll { $0.level >= level }
    respelled.removeAll { $0.level >= level }
    self.level = level
    beginParagraph()
    vectors = [:]
    statedMatrices = [:]
    carried = []
    generals = []
  }

  /// Begins a paragraph: the numbers that formulas gave to names before are forgotten.
  ///
  /// - Parameter formulas: Its formulas. A number that one gives to a name, as in "with $k = 0.1$", may be meant in
  ///   those before it too.
  public mutating func beginParagraph(of formulas: Range<Int> = 0..<0) {
    paragraph = formulas
    let statements = statements[formulas].compactMap { $0 }
    carried.formUnion(
      vectors.keys.filter { name in !arrays.contains { $0.name == name && $0.values == vectors[name] } })
    carried.formUnion(bindings.keys.compactMap { SubscriptedName($0)?.base })
    last = nil
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
  ///   - isExempt: Whether its author exempts it; what it defines has a meaning all the same.
  /// - Complexity: At most some hundred evaluations for each of a bounded number of meanings.
  public mutating func verify(
    _ statement: Statement, at index: Int, isExempt: Bool = false
  ) -> FormulaVerdict {
    self.index = index
    let cellsBefore = places[index]
    guard let statement = joined(statement), !statement.isSilent else { return .silent }
    if let chain = statement.chains.last { last = (index, chain) }
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
      var found = verify(chain, in: statement, cellsBefore)
      if case .contradicted = found.verdict, chain.isImplied, case .unread? = verdicts.last,
        Self.isEquation(statement.chains[place - 1]), Self.isEquation(chain)
      {
        found.verdict = .unread("it follows from what may be an equation")
      }
      let isGivenByNumbers = definesWhatCellsCalculate(chain, found.verdict, cellsBefore)
      if let definition = isGivenByNumbers ? proseDefinition(chain, cellsBefore) : found.definition,
        isExempt || !found.verdict.isContradiction
      {
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

  /// Whether a chain such as `L = \frac{1}{2}(\hat y - y)^2` holds for numbers of the cells and says what a function is that these
  /// have only the value of.
  private func definesWhatCellsCalculate(
    _ chain: Statement.Chain, _ verdict: FormulaVerdict, _ cellsBefore: Int
  ) -> Bool {
    guard case .verified = verdict, case .name(let name)? = chain.sides.first?.term else { return false }
    return definitions(of: name, cellsBefore).isEmpty && numbers.contains { $0.name == name }
  }

  /// A statement that begins with a relation, as `= 2x` does, behind what the formula before it says; nil where that is
  /// nothing.
  ///
  /// What the formula before gets wrong is its own: of it only the first side is compared again, or the last one where the
  /// first is a name without a meaning.
  private func joined(_ statement: Statement) -> Statement? {
    guard let relation = statement.continuation else { return statement }
    guard let last, last.index == index - 1, last.chain.sides.count > 1,
      last.chain.relations.allSatisfy(\.isEquality), let end = last.chain.sides.last,
      !statement.chains.isEmpty
    else { return nil }
    var sides = [last.chain.sides[0]]
    if case .name(let name)? = sides[0].term, definitions(of: name, places[index]).isEmpty,
      !numbers.contains(where: { $0.name == name })
    {
      sides.append(end)
    } else if sides[0].term == nil {
      sides = [end]
    }
    var joined = statement
    joined.chains[0].sides.insert(contentsOf: sides, at: 0)
    let isNear = sides.count == 1 && last.chain.relations.contains(.near)
    joined.chains[0].relations.insert(isNear ? .near : relation, at: 0)
    if sides.count == 2 { joined.chains[0].relations.insert(last.chain.relations[0], at: 0) }
    return joined
  }

  /// Whether a chain is an equation, from which others may follow.
  private static func isEquation(_ chain: Statement.Chain) -> Bool {
    guard chain.relations == [.equal] else { return false }
    return chain.sides[0].term.flatMap(Head.init) == nil || chain.sides[1].term?.literal != nil
  }

  static func summary(_ verdicts: [FormulaVerdict], isConditional: Bool) -> FormulaVerdict {
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

  /// What a chain that begins with `f(x) = …` or `y = …` defines.
  func proseDefinition(_ chain: Statement.Chain, _ cellsBefore: Int) -> Definition? {
    let chain = chain.withoutAlias
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
    // `y = y_0` is a place.
    if case .name(let place) = right, SubscriptedName(place)?.base == head.name { return nil }
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
}

extension FormulaVerdict {
  fileprivate var isContradiction: Bool {
    if case .contradicted = self { return true }
    return false
  }
}
