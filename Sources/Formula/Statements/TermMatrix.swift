/// A matrix of terms; numbers alone are matrices of one entry, and vectors have one column.
struct TermMatrix: Hashable {
  var rows: Int
  var columns: Int
  /// Row by row.
  var entries: [Term]
  /// How long its entries are at most, in what products of matrices were made of.
  private var length = 1

  static let mostEntries = NamedMatrix.mostEntries
  private static let highestPower = 6
  private static let longestEntry = 2_000
  /// The names of functions of matrices.
  static let determinant = "determinant"
  static let trace = "trace"

  /// The arrays that names stand for.
  struct Known {
    var vectors: [String: [Double]]
    var matrices: [String: [[Double]]]
    /// How many rows the matrix `I` has; nil where that is not known.
    var size: Int?

    /// Whether a name stands for an array.
    func holds(_ name: String) -> Bool { vectors[name] != nil || matrices[name] != nil }
  }

  init(rows: Int, columns: Int, entries: [Term]) {
    self.rows = rows
    self.columns = columns
    self.entries = entries
  }

  init(_ number: Term) { self.init(rows: 1, columns: 1, entries: [number]) }

  init(column entries: [Term]) { self.init(rows: entries.count, columns: 1, entries: entries) }

  init(_ rows: [[Term]]) {
    self.init(rows: rows.count, columns: rows.first?.count ?? 0, entries: Array(rows.joined()))
  }

  /// The matrix that leaves others as they are.
  init(identity size: Int) {
    self.init(
      rows: size, columns: size,
      entries: (0..<size * size).map { .number($0 % (size + 1) == 0 ? 1 : 0, unit: 1) })
  }

  var isNumber: Bool { rows == 1 && columns == 1 }

  subscript(row: Int, column: Int) -> Term { entries[row * columns + column] }

  func map(_ body: (Term) -> Term) -> TermMatrix {
    var found = self
    found.entries = entries.map(body)
    return found
  }

  var transposed: TermMatrix {
    var found = self
    (found.rows, found.columns) = (columns, rows)
    found.entries = (0..<columns).flatMap { column in (0..<rows).map { self[$0, column] } }
    return found
  }

  static func + (left: TermMatrix, right: TermMatrix) -> TermMatrix? {
    guard left.rows == right.rows, left.columns == right.columns else { return nil }
    return TermMatrix(
      rows: left.rows, columns: left.columns,
      entries: zip(left.entries, right.entries).map { .sum([$0, $1]) }
    ).with(length: left.length + right.length)
  }

  static func * (left: TermMatrix, right: TermMatrix) -> TermMatrix? {
    let length = left.length + right.length
    if left.isNumber { return right.map { .product([left.entries[0], $0]) }.with(length: length) }
    if right.isNumber { return left.map { .product([$0, right.entries[0]]) }.with(length: length) }
    // Beside another vector, the first one can only be a row.
    if left.columns == 1, right.columns == 1, left.rows == right.rows { return left.transposed * right }
    guard left.columns == right.rows, left.rows * right.columns <= mostEntries else { return nil }
    return TermMatrix(
      rows: left.rows, columns: right.columns,
      entries: (0..<left.rows).flatMap { row in
        (0..<right.columns).map { column in
          .sum((0..<left.columns).map { .product([left[row, $0], right[$0, column]]) })
        }
      }
    ).with(length: left.columns * length)
  }

  /// Nil where they are too long.
  private func with(length: Int) -> TermMatrix? {
    var found = self
    found.length = length
    return length <= Self.longestEntry ? found : nil
  }

  /// Nil where it has not as many rows as columns, or more than three.
  var determinant: Term? {
    guard rows == columns else { return nil }
    switch rows {
    case 1: return entries[0]
    case 2:
      return .sum([.product([self[0, 0], self[1, 1]]), .negative(.product([self[0, 1], self[1, 0]]))])
    case 3:
      return .sum(
        (0..<3).compactMap { column in
          minor(0, column).determinant.map { Self.signed(.product([self[0, column], $0]), column) }
        })
    default: return nil
    }
  }

  var trace: Term? { rows == columns ? .sum((0..<rows).map { self[$0, $0] }) : nil }

  /// Nil where it has not as many rows as columns, or more than three.
  private var inverse: TermMatrix? {
    guard let determinant, rows > 1 else { return nil }
    return TermMatrix(
      rows: rows, columns: columns,
      entries: (0..<rows).flatMap { row in
        (0..<columns).map { column in
          let cofactor = minor(column, row).determinant ?? .number(1, unit: 1)
          return .quotient(Self.signed(cofactor, row + column), determinant)
        }
      }
    ).with(length: 12 * length)
  }

  private func minor(_ row: Int, _ column: Int) -> TermMatrix {
    TermMatrix(
      rows: rows - 1, columns: columns - 1,
      entries: (0..<rows).filter { $0 != row }.flatMap { row in
        (0..<columns).filter { $0 != column }.map { self[row, $0] }
      })
  }

  private static func signed(_ term: Term, _ place: Int) -> Term {
    place.isMultiple(of: 2) ? term : .negative(term)
  }

  func power(_ exponent: Int) -> TermMatrix? {
    guard rows == columns, exponent != 0, exponent.magnitude <= Self.highestPower,
      let base = exponent < 0 ? inverse : self
    else { return nil }
    var found = base
    for _ in 1..<max(Int(exponent.magnitude), 1) {
      guard let next = found * base else { return nil }
      found = next
    }
    return found
  }
}

extension Term {
  /// Whether a matrix is in it, written out or by its name, of which more is asked than one number.
  func hasMatrix(_ known: TermMatrix.Known) -> Bool {
    let rest = replacing { part in
      switch part {
      case .function(TermMatrix.determinant, _), .function(TermMatrix.trace, _): .number(1, unit: 1)
      default: nil
      }
    }
    return rest.contains { $0.isMatrix(known.matrices) }
  }

  /// Whether it is a matrix as a whole, written out or by its name.
  func isMatrix(_ matrices: [String: [[Double]]]) -> Bool {
    switch self {
    case .matrix, .transposed: true
    case .name(let name): matrices[name] != nil
    default: false
    }
  }

  /// The matrix that it is; nil where it cannot be told.
  func matrix(_ known: TermMatrix.Known) -> TermMatrix? {
    func inner(_ term: Term) -> TermMatrix? { term.matrix(known) }
    func joined(_ parts: [Term], _ operation: (TermMatrix, TermMatrix) -> TermMatrix?) -> TermMatrix? {
      guard let first = parts.first else { return nil }
      return parts.dropFirst().reduce(inner(first)) { found, part in
        guard let found, let next = inner(part) else { return nil }
        return operation(found, next)
      }
    }
    switch self {
    case .matrix(let rows): return TermMatrix(rows)
    case .vector(let parts): return TermMatrix(column: parts)
    case .transposed(let part): return inner(part)?.transposed
    case .name(let name):
      if let rows = known.matrices[name] { return TermMatrix(rows.map { $0.map { .number($0, unit: 0) } }) }
      if let vector = known.vectors[name] { return TermMatrix(column: vector.map { .number($0, unit: 0) }) }
      if name == "I", let size = known.size { return TermMatrix(identity: size) }
      // A capital letter may be another matrix.
      return name.count == 1 && name.first?.isUppercase == true ? nil : TermMatrix(self)
    case .negative(let part): return inner(part)?.map { .negative($0) }
    case .sum(let parts): return joined(parts, +)
    case .product(let parts): return joined(parts, *)
    case .quotient(let above, let below):
      guard let upper = inner(above), let lower = inner(below), lower.isNumber else { return nil }
      return upper.map { .quotient($0, lower.entries[0]) }
    case .power(let base, let exponent):
      guard let matrix = inner(base) else { return nil }
      if matrix.isNumber { return TermMatrix(.power(matrix.entries[0], exponent)) }
      guard let number = exponent.literal?.value, abs(number) < 100, number == number.rounded() else {
        return nil
      }
      return matrix.power(Int(number))
    case .dot(let left, let right, let orProduct):
      guard let first = inner(left), let second = inner(right) else { return nil }
      return orProduct && (first.columns > 1 || second.columns > 1)
        ? first * second : first.transposed * second
    case .function(TermMatrix.determinant, let parts):
      return parts.first.flatMap(inner)?.determinant.map { TermMatrix($0) }
    case .function(TermMatrix.trace, let parts):
      return parts.first.flatMap(inner)?.trace.map { TermMatrix($0) }
    case .norm(let part, let norm):
      guard let matrix = inner(part), matrix.columns == 1 else { return nil }
      return TermMatrix(.norm(.vector(matrix.entries), norm))
    case .function(let name, let parts) where parts.count == 1:
      return inner(parts[0])?.map { .function(name, [$0]) }
    case .applied(let name, let parts, nil) where parts.count == 1:
      if known.holds(name) { return inner(.product([.name(name), parts[0]])) }
      return inner(parts[0])?.map { .applied(name, [$0], exponent: nil) }
    default: return names.contains(where: known.holds) ? nil : TermMatrix(self)
    }
  }
}
