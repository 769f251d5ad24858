/// Formulas of matrices, which are compared entry by entry.
extension FormulaVerifier {
  /// The matrices that names stand for: those of the section, or the latest of cells before a formula or the first after it.
  func matrices(_ cellsBefore: Int) -> [String: [[Double]]] {
    guard !tables.isEmpty || !statedMatrices.isEmpty else { return [:] }
    return matricesOfCells(cellsBefore).merging(statedMatrices) { $1 }
  }

  private func matricesOfCells(_ cellsBefore: Int) -> [String: [[Double]]] {
    var named: [String: [[Double]]] = [:]
    for table in tables where named[table.name] == nil || table.cell < cellsBefore {
      named[table.name] = table.values
    }
    return named
  }

  /// The numbers that a chain such as `A = \begin{pmatrix} … \end{pmatrix}` gives a name; nil where it gives none.
  func matrixBinding(_ chain: Statement.Chain) -> (name: String, matrix: [[Double]])? {
    guard case .name(let name)? = chain.sides.first?.term, chain.relations == [.equal],
      case .matrix(let rows)? = chain.sides[1].term
    else { return nil }
    let meaning = Meaning(budget: budget)
    let values = rows.map { row in
      row.compactMap { try? meaning.expression($0).value(at: [:])?.value }.filter(\.isFinite)
    }
    return zip(values, rows).allSatisfy({ $0.count == $1.count }) ? (name, values) : nil
  }

  /// The verdict on a chain that gives a name the matrix that the cells give it, or one that is so but for an entry; nil where it
  /// is another matrix: where more is different, the words introduce it, or the next formula that tells holds for it alone.
  mutating func givenMatrix(
    _ chain: Statement.Chain, in statement: Statement, _ cellsBefore: Int
  ) -> FormulaVerdict? {
    guard let (name, matrix) = matrixBinding(chain), let known = matricesOfCells(cellsBefore)[name],
      known.map(\.count) == matrix.map(\.count)
    else { return nil }
    let different = Self.differences(known.joined(), matrix.joined())
    guard let (entry, written) = different.first else { return .verified(.proof) }
    let around = surroundings[index]
    guard different.count == 1, around.isAssertion, !around.isExercise,
      isBorneOut(name, cellsBefore, taking: { $0.statedMatrices[name] = $1 ? matrix : known }) != true
    else { return nil }
    statedMatrices[name] = nil
    return Self.contradicted(entry, writtenAs: written, in: chain.sides[1])
  }

  /// The verdict on a chain that gives a name the vector that the cells give it, but for one component, where the next formula
  /// that tells holds for theirs; nil where it may be another vector.
  mutating func givenVector(_ chain: Statement.Chain, _ cellsBefore: Int) -> FormulaVerdict? {
    guard let (name, vector) = vectorBinding(chain), surroundings[index].isAssertion,
      let known = arrays.last(where: { $0.name == name && $0.cell < cellsBefore })?.values,
      known.count == vector.count
    else { return nil }
    let different = Self.differences(known, vector)
    guard different.count == 1, let (entry, written) = different.first,
      isBorneOut(name, cellsBefore, taking: { $0.vectors[name] = $1 ? vector : known }) == false
    else { return nil }
    vectors[name] = nil
    return Self.contradicted(entry, writtenAs: written, in: chain.sides[1])
  }

  /// The numbers of cells that a formula gives otherwise, with what it gives.
  private static func differences(
    _ known: some Sequence<Double>, _ written: some Sequence<Double>
  ) -> [(Double, Double)] {
    zip(known, written).filter { abs($0 - $1) > 1e-9 * max(abs($0), abs($1)) }
  }

  private static func contradicted(
    _ number: Double, writtenAs written: Double, in side: Statement.Side
  ) -> FormulaVerdict {
    .contradicted(
      FormulaVerdict.Contradiction(
        range: side.range, reason: .numbers(left: number, right: written), definitions: []))
  }

  /// Whether the next formula that tells holds for what a formula gives a name, and not for what the cells do, or the other way
  /// round; nil where none tells.
  ///
  /// - Parameter take: Makes a verifier take what the formula says, or what the cells do.
  mutating func isBorneOut(
    _ name: String, _ cellsBefore: Int, taking take: (inout FormulaVerifier, _ isStated: Bool) -> Void
  ) -> Bool? {
    var other = self
    defer { comparisons = other.comparisons }
    var count = 0
    for statement in statements.dropFirst(index + 1).compactMap({ $0 }) where statement.names.contains(name) {
      count += 1
      guard count <= Self.mostWitnesses else { return nil }
      for chain in statement.chains where chain.sides.count > 1 {
        if let given = matrixBinding(chain)?.name ?? vectorBinding(chain)?.name {
          if given == name { return nil }
          continue
        }
        let holds = [true, false].map { isStated in
          take(&other, isStated)
          guard case .verified(let evidence) = other.compared(chain, in: statement, cellsBefore).verdict
          else {
            return false
          }
          return !evidence.isPart
        }
        if holds[0] != holds[1] { return holds[0] }
      }
    }
    return nil
  }

  private static let mostWitnesses = 8

  /// A chain for each entry of one that speaks of matrices; nil for other chains, and where a side is no matrix of that shape.
  func matrixEntries(of chain: Statement.Chain, _ cellsBefore: Int) -> [Statement.Chain]? {
    let matrices = matrices(cellsBefore)
    guard chain.relations.allSatisfy(\.isEquality), chain.contains(where: { $0.isMatrix(matrices) }) else {
      return nil
    }
    var known = TermMatrix.Known(vectors: arrays(cellsBefore), matrices: matrices)
    guard chain.sides.contains(where: { $0.term?.hasMatrix(known) ?? false }) else { return nil }
    var chain = chain
    // What begins with a name may give it its meaning.
    if case .name? = chain.sides[0].term, chain.sides.count > 2 || chain.sides[1].term?.isArray == true {
      chain.sides.removeFirst()
      chain.relations.removeFirst()
    }
    let sides = chain.sides
    known.size =
      sides.lazy.compactMap { $0.term?.matrix(known) }.first { !$0.isNumber && $0.rows == $0.columns }?.rows
    let values = sides.map { $0.term?.matrix(known) }
    guard let first = values.first(where: { $0 != nil }) ?? nil else { return nil }
    return first.entries.indices.map { entry in
      var component = chain
      for side in sides.indices {
        guard let matrix = values[side], matrix.rows == first.rows, matrix.columns == first.columns else {
          component.sides[side].term = nil
          component.sides[side].reason = sides[side].reason ?? "a side is no matrix of this shape"
          continue
        }
        // What is no matrix stays as it is written.
        if matrix.isNumber, sides[side].term?.hasMatrix(known) == false { continue }
        let term = matrix.entries[entry]
        component.sides[side].term = term.hasMatrix(known) ? nil : term
        if term.hasMatrix(known) { component.sides[side].reason = "a matrix stands in it where none is read" }
      }
      return component
    }
  }

  /// The verdict on a chain by those on its entries.
  mutating func verdict(
    onEntries entries: [Statement.Chain], of chain: Statement.Chain, in statement: Statement,
    _ cellsBefore: Int
  ) -> FormulaVerdict {
    guard entries.allSatisfy({ $0.sides.count > 1 }) else {
      return .unread("it gives a name a matrix")
    }
    var verdicts: [FormulaVerdict] = []
    for entry in entries {
      verdicts.append(verify(entry, in: statement, cellsBefore).verdict)
      if case .unread = verdicts.last { break }
    }
    let found = Self.whole(verdicts)
    guard case .contradicted = found, case .name? = chain.sides[0].term, chain.sides.count == 2 else {
      return found
    }
    return .unread("it may give a name another meaning than the cells")
  }
}

extension Term {
  /// Whether it is a matrix or vector that is written out.
  fileprivate var isArray: Bool {
    switch self {
    case .matrix, .vector: true
    default: false
    }
  }
}
