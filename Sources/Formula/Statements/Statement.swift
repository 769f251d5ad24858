/// What a formula states: chains of sides that are said to be equal, or nearly so.
///
/// A side that cannot be read keeps its place, with the reason, because what stands around it can still be compared.
public struct Statement: Hashable, Sendable {
  enum Relation: Hashable, Sendable {
    case equal
    /// `≈`: to the digits shown.
    case near
    /// `<`, `≤`, `>`, `≥`.
    case order(Order)
    /// `←`: what is behind it becomes the value of what is before.
    case assignment
    case unequal
    /// One that says nothing that is compared: `∈`, `→`.
    case other

    var isEquality: Bool { self == .equal || self == .near }
  }

  enum Order: Hashable, Sendable {
    case less, lessOrEqual, greater, greaterOrEqual
  }

  struct Side: Hashable, Sendable {
    var term: Term?
    /// Why it has no term.
    var reason: String?
    /// Its place in the TeX, in UTF-8 offsets.
    var range: Range<Int>
    /// That of the number at its end.
    var unit: Unit?
    /// Whether dots at its end stand for what else is added: `1 + x + \dots`.
    var goesOn = false
  }

  struct Chain: Hashable, Sendable {
    var sides: [Side]
    /// One fewer than sides: between them.
    var relations: [Relation] = []
    /// Whether it follows from the chain before it.
    var isImplied = false
    /// Where its line says that it holds.
    var holdsWhere: [Term.Condition] = []

    /// The names in its sides.
    var names: Set<String> { sides.reduce(into: []) { $0.formUnion($1.term?.names ?? []) } }

    /// Whether something holds of a term in one of its sides.
    func contains(where predicate: (Term) -> Bool) -> Bool {
      sides.contains { $0.term?.contains(where: predicate) ?? false }
    }
  }

  var chains: [Chain]
  /// Whether it is one side only, which says nothing that could be true or false.
  public var isSilent: Bool { continuation == nil && chains.allSatisfy { $0.sides.count < 2 } }

  /// The relation with which it begins, and so goes on with the formula before it: `= 2x`.
  private(set) var continuation: Relation?

  /// Whether it holds only where an inequality, or words in it, say.
  var isConditional: Bool

  /// Whether a chain says that things are equal: not one that gives a name a meaning, nor one from which the next
  /// follows.
  func isClaim(_ index: Int) -> Bool {
    if case .name? = chains[index].sides.first?.term { return false }
    guard chains[index].relations.contains(where: \.isEquality) else { return false }
    return index + 1 == chains.count || !chains[index + 1].isImplied
  }

  /// The names in it, of functions and of variables: `f`, `alpha`, `x_1`, `x_new`; also those before an index, since
  /// `f_x` may be a derivative of `f`, `y_i` an element of `y` and `\bar y` its mean.
  public private(set) var names: Set<String> = []
  /// The names of what has elements: `x` in `x_i` and `\bar x`.
  public private(set) var collections: Set<String> = []

  /// Whether matrices or vectors are written in it.
  public private(set) var mayHaveMatrices = false
}

extension Statement {
  /// Reads a formula as a statement.
  ///
  /// - Parameter words: The names of several letters that may be written as letters in a row, and those such as `P` that have
  ///   a meaning of their own.
  /// - Complexity: Linear in the size of the formula, but for brackets within brackets.
  public init(_ formula: Formula, words: Set<String> = []) {
    self.init(chains: [], isConditional: false)
    read(formula, words)
    func collection(_ name: String) -> String? { SubscriptedName(name)?.base ?? MeanName.base(of: name) }
    names = chains.reduce(into: []) { $0.formUnion($1.names) }
    names.formUnion(names.compactMap(collection))
    collections = Set(names.compactMap(collection))
    mayHaveMatrices = chains.contains { chain in
      chain.contains { term in
        switch term {
        case .matrix, .vector, .transposed, .dot, .function(TermMatrix.determinant, _),
          .function(TermMatrix.trace, _):
          true
        default: false
        }
      }
    }
  }

  private mutating func read(_ formula: Formula, _ words: Set<String>) {
    guard (formula.expanded?.bytes.count ?? formula.tex.utf8.count) <= Self.longest else {
      chains = [
        Chain(sides: [Side(reason: "it is too long", range: 0..<0), Side(range: 0..<0)], relations: [.other])
      ]
      return
    }
    var nodes = words.isEmpty ? formula.nodes : Node.joiningLetters(of: words, in: formula.nodes)
    if Node.mayHaveEvents(formula.tex) { nodes = Node.namingEvents(in: nodes, except: words) }
    for (index, row) in Self.rows(of: nodes).enumerated() {
      let start = chains.count
      read(row, isFirst: index == 0)
      takeConditions(from: start)
    }
    for chain in chains.indices { chains[chain].bringNear() }
    chains.removeAll { chain in chain.sides.allSatisfy { $0.term == nil && $0.reason == nil } }
    guard let expanded = formula.expanded else { return }
    for chain in chains.indices {
      for side in chains[chain].sides.indices {
        chains[chain].sides[side].range = expanded.origin(of: chains[chain].sides[side].range)
      }
    }
  }

  /// Gives the chains of a line what others of it say of where they hold. Where that cannot be read, or is all that the line
  /// says, nothing is known of where the rest holds.
  private mutating func takeConditions(from start: Int) {
    let line = chains.indices.dropFirst(start)
    let places = line.filter { chains[$0].isCondition }
    guard !places.isEmpty else { return }
    let found = places.compactMap { chains[$0].conditions }
    guard found.count == places.count, places.count < line.count else {
      isConditional = true
      return
    }
    for index in line where !places.contains(index) { chains[index].holdsWhere = found.flatMap { $0 } }
  }

  /// How many bytes a formula may have to be read.
  private static let longest = 1000

  /// Whether a node stands between two sides.
  static func isRelation(_ node: Node) -> Bool {
    if case .relation? = Mark(node, before: nil) { true } else { false }
  }

  /// Adds the chains of one line. One that begins with a relation goes on with the line before.
  private mutating func read(_ nodes: [Node], isFirst: Bool) {
    var before: Mark?
    var isImplied = false
    for (index, (nodes, after, unit)) in pieces(of: TermReader.flattened(nodes)).enumerated() {
      defer { before = after }
      if after == .condition { isConditional = true }
      if nodes.isEmpty {
        if case .relation(let relation)? = after, index == 0 {
          if isFirst { continuation = relation }
          continue
        }
        if before == .implication { isImplied = true }
        continue
      }
      if case .relation(let relation)? = before, !chains.isEmpty {
        chains[chains.count - 1].relations.append(relation)
        chains[chains.count - 1].sides.append(Side(nodes, unit))
      } else {
        chains.append(Chain(sides: [Side(nodes, unit)], isImplied: before == .implication || isImplied))
      }
      isImplied = false
    }
  }

  /// The nodes between marks, each with the mark after it.
  private mutating func pieces(of nodes: [Node]) -> [(nodes: [Node], after: Mark?, unit: Unit?)] {
    var pieces: [(nodes: [Node], after: Mark?, unit: Unit?)] = []
    var piece: [Node] = []
    var unit: Unit?
    var depth = 0
    for (index, node) in nodes.enumerated() {
      depth += TermReader.nesting(of: node)
      let next = nodes.dropFirst(index + 1).first
      if depth == 0, let found = Self.unit(index, of: nodes) {
        unit = found
        continue
      }
      if depth <= 0, !Self.isOperand(index, of: nodes), let mark = Mark(node, before: next) {
        if mark == .separator, Self.separatesDigits(piece.last, node, next) { isConditional = true }
        pieces.append((piece, mark, unit))
        piece = []
        unit = nil
      } else if !piece.isEmpty || !TermReader.isSpace(node) {
        piece.append(node)
      }
    }
    return pieces + [(piece, nil, unit)]
  }

  /// The unit that stands behind a number at the end of a side.
  private static func unit(_ index: Int, of nodes: [Node]) -> Unit? {
    guard let unit = Unit(nodes[index]),
      let before = nodes[..<index].last(where: { !TermReader.isSpace($0) }),
      let base = TermReader.scripts(of: before).base
    else { return nil }
    switch base.kind {
    case .number, .fraction, .root: break
    default: return nil
    }
    let after = nodes[(index + 1)...].first { !TermReader.isSpace($0) }
    let isLast = after.map { Mark($0, before: nil) != nil || TermReader.symbol(of: $0)?.text == "." } ?? true
    return isLast ? unit : nil
  }

  /// Whether a text stands where a number could, or is the e of one: before a sign that joins two sides or parts, or after one at the end.
  /// Elsewhere it says when something holds, or in which unit.
  private static func isOperand(_ index: Int, of nodes: [Node]) -> Bool {
    guard case .text = nodes[index].kind else { return false }
    if index > 0, TermReader.powerOfTen(nodes[(index - 1)...]) != nil { return true }
    let before = nodes[..<index].last { !TermReader.isSpace($0) }
    let after = nodes[(index + 1)...].first { !TermReader.isSpace($0) }
    // A unit within a product stays with its number.
    if Unit(nodes[index]) != nil, case .number? = before.flatMap({ TermReader.scripts(of: $0).base?.kind }) {
      return after.map { TermReader.symbol(of: $0)?.atom == .binary } ?? false
    }
    let begins = before.map { joins($0) || Mark($0, before: nil) == .separator } ?? true
    return begins && after.map(joins) ?? false || before.map(joins) ?? false && after == nil
  }

  /// Whether a node joins two sides, or two parts of a side.
  private static func joins(_ node: Node) -> Bool {
    if case .relation? = Mark(node, before: nil) { return true }
    let symbol = TermReader.symbol(of: node)
    return symbol?.atom == .binary || symbol?.text == "/"
  }

  /// Whether a comma stands between digits without a space: it may be part of a number.
  private static func separatesDigits(_ before: Node?, _ comma: Node, _ after: Node?) -> Bool {
    guard case .number? = before?.kind, case .number? = after?.kind else { return false }
    return before?.range.upperBound == comma.range.lowerBound
      && comma.range.upperBound == after?.range.lowerBound
  }

  /// What separates sides and chains.
  private enum Mark: Equatable {
    case relation(Relation)
    case implication
    case separator
    case condition

    /// Words between statements that hold both; other words may say when one holds, or in which unit.
    private static let conjunctions: Set<Substring> = [
      "y", "e", "o", "u", "and", "or", "et", "ou", "e.g.", "así que", "so", "hence", "thus", "therefore",
      "luego", "por tanto", "por lo tanto",
    ]
    /// What may be said of the statement behind.
    private static let subjects: Set<Substring> = [
      "derivative", "derivatives", "gradient", "derivada", "derivadas", "gradiente",
    ]
    /// The words that lead to those.
    private static let introductions: Set<Substring> = [
      "and", "with", "its", "the", "whose", "has", "y", "con", "su", "la", "el", "cuya", "cuyo", "tiene",
    ]

    /// Whether words only join what they stand between: "and", "with gradient", "whose derivative is".
    private static func isConjunction(_ words: Substring) -> Bool {
      var parts = words.split { $0 == " " || $0 == "," }
      if parts.isEmpty || conjunctions.contains(parts.joined(separator: " ")[...]) { return true }
      if parts.last == "is" || parts.last == "es" { parts.removeLast() }
      guard let subject = parts.popLast(), subjects.contains(subject) else { return false }
      return parts.allSatisfy(introductions.contains)
    }

    init?(_ node: Node, before next: Node?) {
      switch node.kind {
      case .symbol(let symbol):
        switch symbol.text {
        case "=", "≔", "≡", "≜": self = .relation(.equal)
        case "≈", "≃", "≅", "≊": self = .relation(.near)
        case "⟹", "⇒", "⟺", "⇔", "⟶", "∴": self = .implication
        case "←", "⟵": self = .relation(.assignment)
        case "<": self = .relation(.order(.less))
        case "≤", "⩽": self = .relation(.order(.lessOrEqual))
        case ">": self = .relation(.order(.greater))
        case "≥", "⩾": self = .relation(.order(.greaterOrEqual))
        case "≠": self = .relation(.unequal)
        case ",", ";": self = .separator
        default:
          guard symbol.atom == .relation else { return nil }
          self = .relation(.other)
        }
      case .space(let width):
        guard width >= 10_000 else { return nil }
        self = .separator
      case .text(let text, _):
        // A word before a bracket is the name of a function.
        if !text.contains(" "), next.map(Mark.opensArguments) == true { return nil }
        let word = text.trimmingSpaces
        self = Mark.isConjunction(word) ? .separator : .condition
      default: return nil
      }
    }

    /// Whether a node is a round bracket, or what stands in round brackets.
    private static func opensArguments(_ node: Node) -> Bool {
      switch node.kind {
      case .symbol(let symbol): symbol.text == "("
      case .fenced(let fence): fence.open?.text == "("
      default: false
      }
    }
  }
}

extension Statement.Side {
  /// Reads a side.
  fileprivate init(_ nodes: [Node], _ unit: Unit?) {
    self.unit = unit
    range = (nodes.first?.range.lowerBound ?? 0)..<(nodes.last?.range.upperBound ?? 0)
    // In 2 m + 50 cm the units within are no others than the one at the end only if that is one of the SI.
    if let unit, unit.factor != 1, Unit.withoutUnits(nodes).count < nodes.count {
      reason = "it has units of several sizes"
      return
    }
    do throws(TermReader.Unreadable) {
      if let known = Self.withoutDots(nodes) {
        term = try TermReader.term(known)
        goesOn = true
        // Of numbers the sum is not known.
        if term?.names.isSubset(of: Meaning.constants.keys) == true { term = nil }
        if term == nil { reason = "what dots stand for is not clear" }
      } else {
        term = try TermReader.term(nodes)
      }
    } catch {
      reason = error.reason
    }
  }

  /// What stands before the dots at the end of a sum; nil where none end one.
  private static func withoutDots(_ nodes: [Node]) -> [Node]? {
    var rest = nodes.filter { !TermReader.isSpace($0) }[...]
    func last() -> String? { rest.last.flatMap(TermReader.symbol(of:))?.text }
    if last() == "." { rest = rest.dropLast() }
    guard ["…", "⋯"].contains(last()) else { return nil }
    rest = rest.dropLast()
    guard ["+", "−"].contains(last()), rest.count > 2 else { return nil }
    return Array(rest.dropLast())
  }
}

extension String {
  fileprivate var trimmingSpaces: Substring {
    let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\u{A0}" }
    guard let first = firstIndex(where: { !isSpace($0) }), let last = lastIndex(where: { !isSpace($0) })
    else {
      return ""
    }
    return self[first...last]
  }
}

extension Statement.Chain {
  /// Makes what stands beside the first terms of a series near to them.
  fileprivate mutating func bringNear() {
    for index in relations.indices
    where relations[index] == .equal && (sides[index].goesOn || sides[index + 1].goesOn) {
      relations[index] = .near
    }
  }

  /// Whether units in it are those of the SI, or there are none, so that numbers alone can be compared.
  var hasBaseUnits: Bool { sides.allSatisfy { $0.unit?.factor ?? 1 == 1 } }

  /// With all numbers in the units of the SI; nil where units of several kinds stand in it.
  ///
  /// A side without a unit has that of the next side that has one, or of the last.
  var inBaseUnits: Statement.Chain? {
    let units = sides.map(\.unit)
    guard Set(units.compactMap { $0?.kind }).count == 1, let last = units.last(where: { $0 != nil }) ?? nil
    else {
      return nil
    }
    var chain = self
    for index in sides.indices {
      let unit = units[index...].first { $0 != nil } ?? last
      chain.sides[index].term = sides[index].term.map { (unit ?? last).inBaseUnits($0) }
    }
    return chain
  }

  /// Whether it may say where something else holds: `x > 0` does, and `f''(1) = -6 < 0` doesn't.
  var isCondition: Bool {
    guard !relations.allSatisfy({ $0.isEquality || $0 == .assignment }) else { return false }
    // In `f''(x) = e^x > 0` the equality holds everywhere.
    if sides.first?.term?.isOfFunction == true, relations.count > 1,
      relations.dropLast().allSatisfy(\.isEquality),
      case .order? = relations.last, sides.last?.term?.literal != nil
    {
      return false
    }
    func isOrdered(_ side: Int) -> Bool {
      [side - 1, side].contains { relations.indices.contains($0) && !relations[$0].isEquality }
    }
    return relations.contains(.other) || relations.contains(.unequal)
      || sides.indices.contains { index in
        if index == 0, case .name? = sides[0].term, relations.contains(where: \.isEquality) { return false }
        return isOrdered(index) && sides[index].term?.hasOpenName ?? true
      }
  }

  /// Whether vectors of numbers are calculated with: `(1, 1) - 0.5 (2, 20) = (0, -9)`.
  private var isVectorArithmetic: Bool {
    var terms = sides.compactMap(\.term).filter(\.hasVector)
    // `(x_1, y_1) = (1, 1) - 0.1 (0, 4)` gives names their values.
    if case .vector(let parts)? = terms.first,
      parts.allSatisfy({ if case .name = $0 { true } else { false } })
    {
      terms.removeFirst()
    }
    return terms.count > 1 && terms.allSatisfy { $0.names.isEmpty }
      && terms.contains { if case .vector = $0 { false } else { true } }
  }

  /// A chain for each component of one that speaks of a gradient or of known vectors; nil for other chains.
  ///
  /// - Parameter arrays: The vectors that are known.
  func components(_ arrays: [String: [Double]]) -> [Statement.Chain]? {
    let terms = sides.compactMap(\.term)
    guard terms.contains(where: \.hasVector) else { return nil }
    var count: Int?
    var hasGradient = false
    for term in terms where term.hasVector {
      term.visit { part in
        if case .vector(let parts) = part { count = count ?? parts.count }
        if case .gradient = part { hasGradient = true }
      }
    }
    guard let count else { return nil }
    var known = hasGradient ? [:] : arrays.filter { $0.value.count == count }
    // The name at the start may be given its meaning here.
    func isGiven(_ side: Int) -> Bool {
      if side == 0, case .name? = sides[0].term { return true }
      return false
    }
    let mentioned = sides.indices.filter { !isGiven($0) }.reduce(into: Set<String>()) {
      $0.formUnion(sides[$1].term?.names ?? [])
    }
    known = known.filter { mentioned.contains($0.key) }
    guard hasGradient || !known.isEmpty || isVectorArithmetic else { return nil }
    return (0..<count).map { index in
      var chain = self
      for side in sides.indices {
        guard let term = sides[side].term else { continue }
        chain.sides[side].term = term.component(index, of: isGiven(side) ? [:] : known)
        if chain.sides[side].term == nil {
          chain.sides[side].reason = "a side is no vector of so many components"
        }
      }
      return chain
    }
  }
}
