extension Formula {
  /// The formula as one line of plain text, for where no markup can stand: search, titles, descriptions.
  ///
  /// Signs and letters are those that the formula shows; fractions have a slash, scripts are raised and lowered
  /// characters where Unicode has them. It is for readers, and says less than the TeX.
  ///
  ///     try Formula(parsing: #"f'(x) = \frac{dy}{du} + x_1^2"#).plainText // "f′(x) = dy/du + x₁²"
  ///
  /// - Complexity: Linear in the size of the formula.
  public var plainText: String {
    var writer = PlainTextWriter()
    writer.write(nodes)
    return writer.text
  }
}
