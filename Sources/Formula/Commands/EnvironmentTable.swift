/// The environments that `\begin` knows.
enum EnvironmentTable {
  /// The layout of an environment; nil where the name is not known.
  static func layout(_ name: String) -> TableLayout? { layouts[name] }

  /// The names of all environments, for suggestions; in Unicode order.
  static let names = layouts.keys.sorted()

  /// The layout of lines under each other outside any environment.
  static let lines = TableLayout(spacing: .lines, style: display)

  /// The layout of `\substack`.
  static let stacked = TableLayout(spacing: .stacked)

  private static let display = MathStyle(display: true, level: 0)
  private static let aligned = TableLayout(columns: [.right, .left], spacing: .pairs, style: display)

  private static let layouts: [String: TableLayout] = {
    var counted = aligned
    counted.takesCount = true
    var layouts: [String: TableLayout] = [
      "matrix": TableLayout(),
      "pmatrix": matrix("(", ")"), "bmatrix": matrix("[", "]"), "Bmatrix": matrix("{", "}"),
      "vmatrix": matrix("|", "|"), "Vmatrix": matrix("‖", "‖"),
      "smallmatrix": TableLayout(spacing: .stacked, style: MathStyle(display: false, level: 1)),
      "CD": TableLayout(isDiagram: true),
      "array": TableLayout(takesColumns: true), "darray": TableLayout(style: display, takesColumns: true),
      "subarray": TableLayout(spacing: .stacked, takesColumns: true),
      "cases": cases(open: SymbolTable.open("{"), close: nil, style: nil),
      "dcases": cases(open: SymbolTable.open("{"), close: nil, style: display),
      "rcases": cases(open: nil, close: SymbolTable.close("}"), style: nil),
      "drcases": cases(open: nil, close: SymbolTable.close("}"), style: display),
      "split": aligned, "aligned": aligned, "gathered": lines, "alignedat": counted,
    ]
    for star in ["", "*"] {
      layouts["align" + star] = aligned
      layouts["alignat" + star] = counted
      layouts["gather" + star] = lines
      layouts["equation" + star] = lines
      layouts["multline" + star] = TableLayout(spacing: .lines, style: display, isStaggered: true)
      layouts["flalign" + star] = aligned
      layouts["eqnarray" + star] = TableLayout(columns: [.right, .center, .left], style: display)
    }
    for name in ["pmatrix", "bmatrix", "Bmatrix", "vmatrix", "Vmatrix"] {
      var small = layouts["smallmatrix"]
      small?.open = layouts[name]?.open
      small?.close = layouts[name]?.close
      layouts["\(name.prefix(1))smallmatrix"] = small
    }
    for name in layouts.keys where name.hasSuffix("matrix") {
      var aligned = layouts[name]
      aligned?.takesAlignment = true
      layouts[name + "*"] = aligned
    }
    return layouts
  }()

  private static func matrix(_ open: String, _ close: String) -> TableLayout {
    TableLayout(open: SymbolTable.open(open), close: SymbolTable.close(close))
  }

  private static func cases(open: Symbol?, close: Symbol?, style: MathStyle?) -> TableLayout {
    TableLayout(columns: [.left], spacing: .cases, open: open, close: close, style: style)
  }
}
