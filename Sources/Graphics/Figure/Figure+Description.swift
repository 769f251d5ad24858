extension Figure {
  /// Alternative text: what a reader who does not see the figure is told about it.
  ///
  ///     figure.description(language: "en")
  ///     // "Line chart. f: 201 points; falls from 69 at x = −5 to 2.875 at x = 0.75, then rises to
  ///     // 39 at x = 5."
  ///
  /// Numbers have at most four significant digits and a decimal point in every language, as in cells and
  /// axes.
  ///
  /// - Parameter language: A language tag (`es`, `es-MX`, `en`); a language without texts of its own reads
  ///   English.
  /// - Complexity: O(points).
  public func description(language: String) -> String {
    let words = Words(language: language)
    let title = title?.onOneLine(limit: 300) ?? ""
    return title.isEmpty ? words.account(of: self) : words.titled(title) + words.account(of: self)
  }
}
