/// Vectors and gradients.
extension TermReader {
  private static let mostComponents = 16

  /// The vector that stands in brackets; nil where one thing stands there.
  static func vector(_ inner: [Node], open: String) throws(Unreadable) -> Term? {
    if case .table(let table)? = onlyNode(inner)?.kind, table.layout.open == nil, "([⟨".contains(open) {
      return try vector(table)
    }
    let lists = separated(inner[...])
    guard lists.count > 1 else { return nil }
    guard "([⟨".contains(open) else { throw Unreadable("what stands between commas is not read") }
    let found = try vector(lists)
    // Two names between angles are vectors, and that is their inner product.
    if open == "⟨", case .vector(let parts) = found, parts.count == 2, case .name = parts[0],
      case .name = parts[1]
    {
      return .dot(parts[0], parts[1], orProduct: false)
    }
    return found
  }

  /// The vector that a matrix of one column or one row is, or another matrix.
  static func vector(_ table: Table) throws(Unreadable) -> Term {
    let cells = table.rows.count == 1 ? table.rows[0] : table.rows.compactMap { $0.count == 1 ? $0[0] : nil }
    guard table.layout.open.map({ "([|".contains($0.text) }) ?? true, table.layout.spacing == .even else {
      throw Unreadable("what stands in its rows is not read")
    }
    let isDeterminant = table.layout.open?.text == "|"
    guard cells.count == max(table.rows.count, cells.count), cells.count > 1, !isDeterminant else {
      let matrix = try matrix(table)
      return isDeterminant ? .function(TermMatrix.determinant, [matrix]) : matrix
    }
    return try vector(cells)
  }

  private static func matrix(_ table: Table) throws(Unreadable) -> Term {
    let rows = table.rows.filter { !$0.allSatisfy(\.isEmpty) }
    guard let count = rows.first?.count, count > 1, rows.count > 1, rows.allSatisfy({ $0.count == count }),
      count * rows.count <= TermMatrix.mostEntries
    else { throw Unreadable("matrices of this shape are not read") }
    var found: [[Term]] = []
    for row in rows {
      var terms: [Term] = []
      for cell in row { terms.append(try term(cell)) }
      found.append(terms)
    }
    return .matrix(found)
  }

  /// Whether what has a T as its exponent is transposed: what is written as a vector, or has a capital letter as matrices do.
  static func isTransposable(_ base: Node) -> Bool {
    isVector(base) || name(of: base)?.first?.isUppercase == true
  }

  private static func vector(_ lists: [[Node]]) throws(Unreadable) -> Term {
    guard lists.count <= mostComponents else { throw Unreadable("it has too many components") }
    var parts: [Term] = []
    for list in lists { parts.append(try term(list)) }
    return .vector(parts)
  }

  /// The node that is all there is.
  static func onlyNode(_ nodes: [Node]) -> Node? {
    let visible = flattened(nodes).filter { !isSpace($0) }
    return visible.count == 1 ? visible[0] : nil
  }

  /// Which norm the subscript behind double bars means; nil where it means none.
  static func norm(_ subscripted: Node?) -> Term.Norm? {
    guard let subscripted else { return .euclidean }
    return ["1": .sum, "2": .euclidean, "∞": .largest][plainText(subscripted)]
  }

  /// What stands between single bars: the norm of what is written as a vector.
  static func absolute(_ term: Term, of nodes: [Node]) -> Term {
    onlyNode(nodes).map(isVector) == true ? .norm(term, .euclidean) : .function("abs", [term])
  }

  /// Whether a node is written as a vector: bold, with an arrow over it, or as a column.
  static func isVector(_ node: Node) -> Bool {
    switch (scripts(of: node).base ?? node).kind {
    case .font(let font, _): [.bold, .boldItalic, .sansBold].contains(font)
    case .accent(let accent, _): accent.mark == "→"
    case .table: true
    default: false
    }
  }

  /// The inner product of the factor before a sign and the one behind it; nil where they are not written as vectors.
  ///
  /// - Parameter place: The index of the sign.
  func innerProduct(_ left: Term, _ right: Term, at place: Int) -> Term? {
    guard left.hasVector || Self.isVector(nodes[place - 1]),
      right.hasVector || Self.isVector(nodes[place + 1])
    else { return nil }
    return .dot(left, right, orProduct: true)
  }

  /// `w^⊤ x`, from what is behind the exponent; nil where it is no such product.
  mutating func transposedProduct(_ name: String, _ scripts: Scripts) throws(Unreadable) -> Term? {
    guard let sup = scripts.sup, Self.isTransposition(sup), let base = scripts.base,
      Self.isVector(base) || Self.plainText(sup) == "⊤"
    else { return nil }
    let start = index
    if isNext("⋅") { index += 1 }
    guard peek.map(startsFactor) == true else {
      index = start
      return nil
    }
    return .dot(.name(name), try factor(), orProduct: false)
  }

  static func isTransposition(_ node: Node) -> Bool { ["⊤", "T"].contains(plainText(node)) }

  /// `∇f`, `∇f(1, 2)`, `∇_w L(w, b)`.
  mutating func gradient(_ scripts: Scripts) throws(Unreadable) -> Term {
    guard scripts.sup == nil, scripts.primes == 0 else { throw Unreadable("scripts at '∇' are not read") }
    if scripts.sub != nil { return try partialDerivative(scripts) }
    index += 1
    switch try derived() {
    case .name(let name): return .gradient(name, nil)
    case .applied(let name, let arguments, nil): return .gradient(name, arguments)
    default: throw Unreadable("of what the gradient is taken is not read")
    }
  }

  /// `∂_x f`, `∂_x f(1, 2)`.
  mutating func partialDerivative(_ scripts: Scripts) throws(Unreadable) -> Term {
    guard let sub = scripts.sub, scripts.sup == nil, scripts.primes == 0, let node = Self.row(sub).first,
      Self.row(sub).count == 1, let name = Self.name(of: node)
    else { throw Unreadable("by what is derived is not read") }
    index += 1
    let term = try derived()
    guard case .applied(let function, let arguments, nil) = term else {
      return .differential(term, by: [name], isPartial: true)
    }
    // At other arguments than its own parameters it is derived first.
    return .applied("\(function)_\(name)", arguments, exponent: nil)
  }

  /// The function that is derived, alone or with its arguments.
  private mutating func derived() throws(Unreadable) -> Term {
    guard let node = peek,
      let name = name(of: Self.scripts(of: node).base ?? node, Self.scripts(of: node).sub)
    else { throw Unreadable("what is derived is not read") }
    index += 1
    let term = try named(name, Self.scripts(of: node))
    if peek.map(startsFactor) == true { throw Unreadable("how far a derivative reaches is not clear") }
    return term
  }
}
