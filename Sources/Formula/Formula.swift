/// A formula, read from TeX.
///
/// Reading gives a tree of what is written (`Node`), with the place of each piece; showing it is another
/// step, so that the same tree can be read as mathematics.
///
///     let formula = try Formula(parsing: #"\frac{3}{4}"#)
///     formula.mathML(display: false) // <math><mfrac><mn>3</mn><mn>4</mn></mfrac></math>
public struct Formula: Hashable, Sendable {
  /// The TeX, as written.
  public let tex: String
  /// What `\label` names in it, in order.
  public let labels: [FormulaLabel]
  /// What `\ref` and `\eqref` look for, in order.
  public let references: [FormulaReference]
  /// What is written, from left to right. Where the formula uses macros, places are those of `expanded`.
  let nodes: [Node]
  /// The TeX with its macros expanded; nil where it has none.
  let expanded: ExpandedSource?

  /// Reads TeX, as it stands between dollar signs.
  ///
  /// The language is that of TeX's math mode with amsmath's common commands. What is not known is an error,
  /// never left out.
  ///
  /// - Parameters:
  ///   - tex: The source, without the dollar signs; at most 20,000 bytes, also with its macros expanded.
  ///   - macros: What other control sequences stand for. The formula may define more of its own.
  /// - Throws: The first error, with its place in UTF-8 offsets of `tex`: within a macro, the place where it is
  ///   used.
  /// - Complexity: Linear in the length of the source with macros expanded.
  public init(parsing tex: String, macros: Macros = .none) throws(FormulaError) {
    let bytes = Array(tex.utf8)
    guard bytes.count <= Parser.maximumLength else { throw .tooLong(bytes.count) }
    let expanded = try MacroExpander.expand(bytes, macros)
    var parser = Parser(expanded?.bytes ?? bytes)
    do throws(FormulaError) {
      self.nodes = try parser.formula()
    } catch {
      throw expanded.map { error.placed(at: $0.origin(of: error.range)) } ?? error
    }
    func origin(of range: Range<Int>) -> Range<Int> { expanded?.origin(of: range) ?? range }
    labels = parser.labels.map { FormulaLabel(name: $0.name, range: origin(of: $0.range), tag: $0.tag) }
    references = parser.references.map {
      FormulaReference(
        label: $0.label, hasParentheses: $0.hasParentheses, range: origin(of: $0.range))
    }
    self.tex = tex
    self.expanded = expanded
  }

  /// Whether it is a `\ref` or `\eqref` and nothing else.
  public var isReference: Bool {
    guard nodes.count == 1, case .reference = nodes[0].kind else { return false }
    return true
  }

  /// The formula as one `<math>` element of MathML Core, for HTML; in a link where the formula is nothing but a link.
  ///
  /// The TeX stays in it as the attribute `data-tex`, unless it shows itself. Spacing is TeX's wherever MathML's
  /// operator dictionary differs visibly. Depends on nothing but the formula and the numbers.
  ///
  /// - Parameters:
  ///   - display: Whether it stands on lines of its own, with large operators and limits.
  ///   - numbers: What its labelled lines show, unless they have a `\tag`, and what its references show; one
  ///     without a number shows as `??`.
  ///   - makesLinks: Whether its links are links; not where it stands in one.
  /// - Complexity: Linear in the size of the formula.
  public func mathML(display: Bool, numbers: EquationNumbers = .none, makesLinks: Bool = true) -> String {
    var writer = MathMLWriter(display: display, numbers: numbers, makesLinks: makesLinks)
    return writer.document(nodes, tex: tex)
  }
}
