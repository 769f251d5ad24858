/// The columns of arrays and of starred matrices.
extension Parser {
  /// The columns of an array: `{l|cr}`, `{*{3}{c}}`.
  mutating func readColumns(
    into layout: inout TableLayout, of name: String, from start: Int
  ) throws(FormulaError) {
    let (_, range) = try rawArgument(of: "begin{\(name)}", at: start)
    layout.columns = []
    try readColumns(range, into: &layout, repeats: true)
    if layout.columns.isEmpty { layout.columns = [.center] }
  }

  /// The alignment of a starred matrix: `[r]`.
  mutating func readAlignment(into layout: inout TableLayout) throws(FormulaError) {
    guard peek == UInt8(ascii: "[") else { return }
    let start = position
    guard let end = bytes[position...].firstIndex(of: UInt8(ascii: "]")) else {
      throw .unclosedBracket(start..<start + 1)
    }
    position = end + 1
    layout.columns = []
    try readColumns(start + 1..<end, into: &layout, repeats: false)
    if layout.columns.isEmpty { layout.columns = [.center] }
  }

  private func readColumns(
    _ range: Range<Int>, into layout: inout TableLayout, repeats: Bool
  ) throws(FormulaError) {
    var copy = self
    copy.position = range.lowerBound
    while copy.position < range.upperBound {
      let here = copy.position
      let scalar = copy.readScalar()
      switch scalar {
      case " ", "\n", "\r", "\t": continue
      case "l": layout.columns.append(.left)
      case "c": layout.columns.append(.center)
      case "r": layout.columns.append(.right)
      case "|":
        let place = layout.columns.count
        layout.rules[place] = TableRule.solid.beside(layout.rules[place])
      case ":": layout.rules[layout.columns.count] = .dashed
      case "@":
        let content = try copy.between(from: here)
        let place = layout.columns.count
        layout.between[place, default: []] += content
        guard layout.between[place, default: []].count <= Self.maximumBetween else {
          throw .betweenColumns(here..<copy.position)
        }
      case "p":
        let (text, range) = try copy.rawArgument(of: "begin{array}{p", at: here)
        layout.paragraphs[layout.columns.count] = max(try Self.length(text, range), 0)
        layout.columns.append(.left)
      case "*" where repeats:
        let (digits, digitsRange) = try copy.rawArgument(of: "begin{array}{*", at: here)
        let (_, body) = try copy.rawArgument(of: "begin{array}{*", at: here)
        guard let count = Int(digits), count >= 0 else {
          throw .column("*{\(digits.prefix(20))}", digitsRange)
        }
        guard count <= Self.maximumColumns else { throw .tooWide(digitsRange) }
        for _ in 0..<count { try readColumns(body, into: &layout, repeats: false) }
      default:
        throw .column(String(scalar), here..<copy.position)
      }
      guard layout.columns.count <= Self.maximumColumns else { throw .tooWide(here..<copy.position) }
    }
  }

  /// What `@{…}` puts between two columns instead of space: a few signs, for every row repeats them.
  private mutating func between(from start: Int) throws(FormulaError) -> [Node] {
    let (text, range) = try rawArgument(of: "begin{array}{@", at: start)
    guard text.utf8.count <= Self.maximumBetween else { throw .betweenColumns(range) }
    var inner = self
    inner.position = range.lowerBound
    inner.marks = RowMarks()
    let nodes = try inner.row()
    if inner.position < range.upperBound { try inner.demandEnd() }
    guard inner.labels.count == labels.count, inner.references.count == references.count,
      !inner.marks.needsTable
    else { throw .betweenColumns(range) }
    return nodes
  }
}
