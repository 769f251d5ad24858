extension Figure {
  /// One line of English made from the data, for recordings: mark, name, number of points and ranges of each
  /// series.
  ///
  ///     line f: 200 points, x -5…5, y 2.875…69; line g: 3 points, 1 not finite, x 0…1, y 5
  ///
  /// A field comes first: `contours f: 61×61 points, 1 not finite, x -1…1, y 0…2, 8 levels 0.5…9`.
  ///
  /// Numbers have at most six significant digits, or as many more as tell the ends of a range apart. Ranges
  /// cover the points that are drawn, those with both coordinates finite. Names are cut after 40 Unicode
  /// scalars, and after eight series only the number of further ones is given.
  ///
  /// - Complexity: O(points).
  public var summary: String {
    if series.isEmpty, field == nil { return "empty" }
    let shown = series.prefix(8)
    var parts = field.map { [$0.words] } ?? []
    parts += shown.map { series in
      let name = series.name.onOneLine(limit: 40)
      return series.mark.rawValue + (name.isEmpty ? "" : " " + name) + ": " + SeriesFacts(series).words
    }
    if series.count > shown.count { parts.append("\(series.count - shown.count) more") }
    return parts.joined(separator: "; ")
  }

  /// The line that records the figure in a lesson: its summary and its digest.
  ///
  ///     [figure] line f: 200 points, x -5…5, y 2.875…69 · 3f9a2c1e5b7d0a14
  public var recordingLine: String { FigureRecording(self).line }

  /// Whether a line has the form of a figure's recording, with or without digest.
  public static func isRecordingLine(_ line: String) -> Bool { FigureRecording(line: line) != nil }
}

extension SeriesFacts {
  fileprivate var words: String {
    var text = count == 1 ? "1 point" : "\(count) points"
    if notFinite > 0 { text += ", \(notFinite) not finite" }
    if let x, let lowest, let highest {
      text += ", x " + x.words + ", y " + (lowest.y...highest.y).words
    }
    return text
  }
}

extension Field {
  fileprivate var words: String {
    let name = name.onOneLine(limit: 40)
    var text = "contours" + (name.isEmpty ? "" : " " + name) + ": \(x.count)×\(y.count) points"
    let notFinite = values.count { !$0.isFinite }
    if notFinite > 0 { text += ", \(notFinite) not finite" }
    text += ", x " + (x[0]...x[x.count - 1]).words + ", y " + (y[0]...y[y.count - 1]).words
    guard let first = levels.first, let last = levels.last else { return text + ", no levels" }
    return text + (levels.count == 1 ? ", 1 level " : ", \(levels.count) levels ") + (first...last).words
  }
}

extension ClosedRange<Double> {
  fileprivate var words: String {
    let (lower, upper) = (lowerBound, upperBound)
    let digits = DecimalNumber.digits(tellingApart: lower, upper, atLeast: 6)
    let first = DecimalNumber(lower).rounded(to: digits).code
    return lower == upper ? first : first + "…" + DecimalNumber(upper).rounded(to: digits).code
  }
}

extension String {
  /// The text with runs of white space and control characters as one space, cut where it has more than
  /// `limit` Unicode scalars.
  func onOneLine(limit: Int) -> String {
    var line = ""
    var count = 0
    var hasGap = false
    for character in self {
      if character.unicodeScalars.allSatisfy({
        $0.properties.isWhitespace || $0.value < 32 || $0.value == 127
      }) {
        hasGap = count > 0
        continue
      }
      count += character.unicodeScalars.count + (hasGap ? 1 : 0)
      if count > limit { return line + "…" }
      if hasGap { line += " " }
      line.append(character)
      hasGap = false
    }
    return line
  }
}
