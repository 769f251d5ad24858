/// Verifies the formulas of a lesson, one after the other, against the functions that its cells define.
///
/// What a name means where a formula stands is decided so: by the nearest definition before it, of a cell or, within its
/// own section, of a formula; then by earlier ones; then by later ones of cells. A formula holds if it does for any of
/// them. It is contradicted if it can be compared and holds for none, and the definition that is named then is the first
/// in that order. A formula that gives a name another meaning than the cells, further from it than a slip of the
/// pen, is no contradiction but a definition for the rest of its section.
public struct FormulaVerifier {
  /// What cells define, in the order of the cells.
  private let cells: [Definition]
  private let numbers: [NamedNumber]
  private let unsupported: [String: String]
  private let opaque: (String, [Double]) -> Double?
  /// What formulas define, with the level of the heading of their section.
  private var prose: [(definition: Definition, level: Int)] = []
  /// Names of constants that formulas give another meaning, with the level of the heading of their section.
  private var renamed: [(name: String, level: Int)] = []
  private var level = 0
  private var count = 0
  /// How many chains have been compared under some meaning; bounded, so that no lesson takes for ever.
  private var comparisons = 0
  private static let mostComparisons = 20_000

  /// A verifier before the first formula.
  ///
  /// - Parameters:
  ///   - definitions: What cells define; those of one cell in its order.
  ///   - numbers: The numbers that cells name, each with every value that it has after some cell, in the order of the
  ///     cells.
  ///   - unsupported: Why nothing is known of some of the cells' functions, by their names.
  ///   - opaque: The values of functions without an expression, by the names of their bodies; with `.0` after a name,
  ///     of its derivative by its first parameter, and so on.
  public init(
    definitions: [Definition], numbers: [NamedNumber], unsupported: [String: String] = [:],
    opaque: @escaping (String, [Double]) -> Double?
  ) {
    cells = definitions.enumerated().sorted {
      ($0.element.position, $0.offset) < ($1.element.position, $1.offset)
    }.map(\.element)
    self.numbers = numbers
    self.unsupported = unsupported
    self.opaque = opaque
  }

  /// Begins a section with a heading of a level: what formulas of sections beside it defined has no meaning any more.
  public mutating func beginSection(level: Int) {
    prose.removeAll { $0.level >= level }
    renamed.removeAll { $0.level >= level }
    self.level = level
  }

  /// Verifies the next formula.
  ///
  /// - Parameters:
  ///   - cellsBefore: The number of cells before it.
  ///   - isExempt: Whether its author exempts it; what it defines has a meaning all the same.
  /// - Complexity: At most some hundred evaluations for each of a bounded number of meanings.
  public mutating func verify(
    _ statement: Statement, cellsBefore: Int, isExempt: Bool = false
  ) -> FormulaVerdict {
    defer { count += 1 }
    if statement.isSilent { return .silent }
    guard comparisons < Self.mostComparisons else {
      return .unread("the formulas before it took all the time that a lesson's formulas may take")
    }
    var verdicts: [FormulaVerdict] = []
    var solved: (name: String, premises: [Statement.Chain])?
    for (index, chain) in statement.chains.enumerated() {
      var premises = chain.isImplied ? Self.premises(of: index, in: statement) : []
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
      let found = verify(chain, in: statement, cellsBefore)
      if let definition = found.definition, isExempt || found.verdict.isOpen {
        prose.append((definition, level))
      }
      if let name = renamedConstant(chain) { renamed.append((name, level)) }
      verdicts.append(found.verdict)
    }
    return Self.summary(verdicts, isConditional: statement.isConditional)
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

  // MARK: Meanings

  /// The possible meanings of a chain's names, the nearest first.
  private func meanings(of chain: Statement.Chain, _ cellsBefore: Int) -> [Meaning] {
    var base = Meaning()
    base.unsupported = unsupported
    var mentioned: [String] = []
    var arities: [String: Int] = [:]
    func see(_ name: String) { if !mentioned.contains(name) { mentioned.append(name) } }
    for side in chain.sides {
      side.term?.visit { term in
        switch term {
        case .name(let name):
          base.variables.insert(name)
          see(name)
        case .raised(let name, _, _):
          base.variables.insert(name)
          see(name)
        case .applied(let name, let arguments, _):
          see(name)
          arities[name] = arguments.count
          for case .name(let argument) in arguments
          where argument != name && (arguments.count > 1 || cells.contains(where: { $0.name == name }))
            && isVariable(argument, of: name)
          {
            base.bound.insert(argument)
          }
        case .derivative(let name, _, let arguments, _):
          see(name)
          arities[name] = 1
          for case .name(let argument) in arguments ?? [] where isVariable(argument, of: name) {
            base.bound.insert(argument)
          }
        case .differential(_, let by, _): base.variables.formUnion(by)
        default: break
        }
      }
    }
    // Functions of functions bring in names that the formula does not mention.
    var candidates: [(name: String, choices: [Definition?])] = []
    var index = 0
    while index < mentioned.count, candidates.count < 8 {
      let name = mentioned[index]
      index += 1
      if base.bound.contains(name), arities[name] == nil { continue }
      var choices: [Definition?] = definitions(of: name, cellsBefore).filter { definition in
        arities[name].map { $0 == definition.parameters.count } ?? true
      }
      guard !choices.isEmpty else { continue }
      for case let definition? in choices { for parameter in definition.parameters { see(parameter) } }
      if arities[name] == nil { choices.append(nil) }
      candidates.append((name, choices))
    }
    var meanings = [base]
    for (name, choices) in candidates {
      var next: [Meaning] = []
      // The first choice of every name comes first, so the nearest meaning does.
      for choice in choices.prefix(6) {
        for meaning in meanings where next.count < 16 {
          var meaning = meaning
          meaning.functions[name] = choice
          next.append(meaning)
        }
      }
      meanings = next
    }
    if chain.sides.contains(where: { $0.term?.hasAnyLogarithm == true }) {
      meanings += meanings.map { meaning in
        var meaning = meaning
        meaning.logarithm = "log10"
        return meaning
      }
    }
    // Numbers of cells say what a function with them is, and nothing of equations and identities.
    let withFunctions = meanings.filter { !$0.functions.isEmpty }
    func add(_ numbers: [String: Double], contradicts: Bool) {
      meanings += withFunctions.map { meaning in
        var meaning = meaning
        meaning.constants = numbers
        meaning.contradicts = contradicts
        return meaning
      }
    }
    let named = numbers(cellsBefore)
    let constants = named.filter { !$0.value.isVariable }
    if mentioned.contains(where: { constants[$0] != nil }) {
      add(constants.mapValues(\.value), contradicts: true)
    }
    if mentioned.contains(where: { named[$0]?.isVariable == true }) {
      add(named.mapValues(\.value), contradicts: false)
    }
    // Where an author calls an error e, what is wrong of Euler's number may be right.
    let written = chain.sides.reduce(into: Set<String>()) { $0.formUnion($1.term?.names ?? []) }
    guard renamed.contains(where: { written.contains($0.name) && !base.bound.contains($0.name) }) else {
      return meanings
    }
    return meanings.map { meaning in
      var meaning = meaning
      meaning.contradicts = false
      return meaning
    }
  }

  /// The constant to which a chain such as `e = y - 1` gives another meaning.
  private func renamedConstant(_ chain: Statement.Chain) -> String? {
    guard chain.sides.count > 1, chain.relations.first == .equal, case .name(let name)? = chain.sides[0].term,
      let constant = Meaning.constants[name], let right = chain.sides[1].term,
      let expression = try? Meaning().expression(right)
    else { return nil }
    guard let number = expression.value(at: [:], opaque: opaque)?.value else { return name }
    return abs(number - constant) > 1e-9 ? name : nil
  }

  /// Whether a name in the brackets of a function is a variable: `f(π)` is a value, unless the function calls what it
  /// is given so.
  private func isVariable(_ argument: String, of name: String) -> Bool {
    Meaning.constants[argument] == nil
      || (cells + prose.map(\.definition)).contains { $0.name == name && $0.parameters.contains(argument) }
  }

  private func definitions(of name: String, _ cellsBefore: Int) -> [Definition] {
    let known = cells.filter { $0.name == name } + prose.map(\.definition).filter { $0.name == name }
    let before = known.filter { $0.position <= 2 * cellsBefore + 1 }.enumerated().sorted {
      ($0.element.position, $0.offset) > ($1.element.position, $1.offset)
    }.map(\.element)
    return before + known.filter { $0.position > 2 * cellsBefore + 1 }
  }

  /// The numbers that cells name, as they are after so many cells; those that only later cells name as they make them.
  private func numbers(_ cellsBefore: Int) -> [String: NamedNumber] {
    var named: [String: NamedNumber] = [:]
    for number in numbers where named[number.name] == nil || number.cell < cellsBefore {
      named[number.name] = number
    }
    return named
  }

  // MARK: Chains

  private mutating func verify(
    _ chain: Statement.Chain, in statement: Statement, _ cellsBefore: Int
  ) -> (verdict: FormulaVerdict, definition: Definition?) {
    guard chain.sides.count > 1 else {
      return (.silent, nil)
    }
    var contradiction: FormulaVerdict?
    var reason: String?
    for meaning in meanings(of: chain, cellsBefore) {
      comparisons += 1
      var comparison = ChainComparison(chain, meaning, opaque)
      switch comparison.verdict() {
      case .verified(let evidence): return (.verified(evidence), nil)
      case .contradicted(let found) where meaning.contradicts:
        contradiction = contradiction ?? .contradicted(found)
      case .contradicted: break
      case .unread(let why): reason = reason ?? why
      case .exempt, .unreadable, .silent: break
      }
    }
    let verdict = contradiction ?? .unread(reason ?? "it states nothing that can be compared")
    return (verdict, proseDefinition(chain, cellsBefore))
  }

  /// What a chain that begins with `f(x) = …` or `y = …` defines.
  private func proseDefinition(_ chain: Statement.Chain, _ cellsBefore: Int) -> Definition? {
    guard chain.sides.count > 1, chain.relations.first == .equal, let left = chain.sides[0].term,
      let right = chain.sides[1].term,
      let head = Head(left), unsupported[head.name] == nil, isDefinable(head, by: right)
    else { return nil }
    var meaning = Meaning()
    meaning.variables = right.names
    meaning.bound = Set(head.parameters ?? [])
    for name in Set(right.functionNames) where name != head.name {
      if let known = definitions(of: name, cellsBefore).first { meaning.functions[name] = known }
    }
    guard let expression = try? meaning.expression(right), expression.number == nil,
      !expression.variables.contains(head.name)
    else { return nil }
    return Definition(
      name: head.name, parameters: head.parameters ?? expression.variables.sorted(),
      body: .expression(expression),
      origin: .formula(count, cellsBefore: cellsBefore))
  }

  /// Whether a formula can give a name a meaning: not by other functions of cells, which is an equation, nor piece by
  /// piece beside a function that has branches.
  private func isDefinable(_ head: Head, by term: Term) -> Bool {
    let own = cells.filter { $0.name == head.name }
    if own.contains(where: \.isOpaque) { return false }
    let others = Set(term.functionNames).subtracting(head.parameters ?? [])
    return own.isEmpty || !cells.contains { others.contains($0.name) && $0.name != head.name }
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
      for meaning in meanings(of: premise, cellsBefore) {
        let check = SolutionCheck(
          premise, name: name, exact: values(chain.sides[1..<(exact + 1)]),
          near: values(chain.sides[(exact + 1)...]),
          meaning: meaning, opaque: opaque)
        guard let found = check.verdict(chain.sides[1].range) else { continue }
        if case .verified = found { outcome = found } else { outcome = outcome ?? found }
        if case .verified? = outcome { break }
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

extension FormulaVerdict.Evidence {
  func weaker(_ other: Self) -> Self {
    switch (self, other) {
    case (.proof, _): other
    case (_, .proof): self
    case (.agreement(let a), .agreement(let b)): .agreement(points: min(a, b))
    case (.agreement, _): self
    default: other
    }
  }
}

/// The left side of a definition: `f(x, y)` or `y`.
struct Head {
  var name: String
  /// Nil where it names none.
  var parameters: [String]?

  init?(_ term: Term) {
    switch term {
    case .name(let name): self.init(name: name, parameters: nil)
    case .applied(let name, let arguments, nil):
      var parameters: [String] = []
      for argument in arguments {
        guard case .name(let parameter) = argument, !parameters.contains(parameter) else { return nil }
        parameters.append(parameter)
      }
      self.init(name: name, parameters: parameters)
    default: return nil
    }
  }

  private init(name: String, parameters: [String]?) {
    self.name = name
    self.parameters = parameters
  }
}
