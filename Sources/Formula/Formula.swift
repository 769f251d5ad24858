/// A formula, read from TeX.
///
/// Reading gives a tree of what is written (`Node`), with the place of each piece; showing it is another
/// step, so that the same tree can be read as mathematics.
///
///     let formula = try Formula(parsing: #"\frac{3}{4}"#)
///     formula.mathML(display: false) // <math><semantics><mfrac><mn>3</mn><mn>4</mn></mfrac>…
public struct Formula: Hashable, Sendable {
  /// The TeX, as written.
  public let tex: String
  /// What is written, from left to right.
  let nodes: [Node]

  /// Reads TeX, as it stands between dollar signs.
  ///
  /// The language is that of TeX's math mode with amsmath's common commands. What is not known is an error,
  /// never left out.
  ///
  /// - Parameter tex: The source, without the dollar signs; at most 20,000 bytes.
  /// - Throws: The first error, with its place in UTF-8 offsets of `tex`.
  /// - Complexity: Linear in the length of the source.
  public init(parsing tex: String) throws(FormulaError) {
    var parser = Parser(tex)
    self.nodes = try parser.formula()
    self.tex = tex
  }

  /// The formula as one `<math>` element of MathML Core, for HTML.
  ///
  /// The TeX stays in it as an annotation. Spacing is TeX's wherever MathML's operator dictionary differs
  /// visibly. Depends on nothing but the formula.
  ///
  /// - Parameter display: Whether it stands on lines of its own, with large operators and limits.
  /// - Complexity: Linear in the size of the formula.
  public func mathML(display: Bool) -> String {
    var writer = MathMLWriter(display: display)
    return writer.document(nodes, tex: tex)
  }
}
