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
    if !panels.isEmpty {
      let shown = panels.prefix(6).map { "[" + $0.summary + "]" }.joined(separator: " ")
      return "\(panels.count) panels in \(columns) columns: \(shown)" + (panels.count > 6 ? " and more" : "")
    }
    if series.isEmpty, field == nil { return "empty" }
    let shown = series.prefix(8)
    var parts = field.map { [$0.words] } ?? []
    parts += shown.map { series in
      let name = series.name.onOneLine(limit: 40)
      return series.mark.rawValue + (name.isEmpty ? "" : " " + name) + ": " + series.words
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

extension Series {
  /// What the mark is made of, and its ranges.
  fileprivate var words: String {
    let text = SeriesFacts(self).words
    switch mark {
    case .line, .path: return text
    case .scatter:
      let parts = zip(["colours", "sizes"], [0, 1]).compactMap { name, index in
        channel(index).map { ", \(name) " + Self.range($0) }
      }
      return text + parts.joined()
    case .bars: return "\(count) bars, " + Self.range(y)
    case .histogram: return "\(count) bins, x " + Self.range(x + (channel(0) ?? [])) + ", " + Self.range(y)
    case .band: return text + ", upper " + Self.range(channel(0) ?? [])
    case .vectors: return "\(count) arrows, " + text
    case .arrow:
      return text + ", to x " + Self.range(channel(0) ?? []) + ", y " + Self.range(channel(1) ?? [])
    case .text: return "'" + (texts.first ?? "").onOneLine(limit: 40) + "', " + text
    case .horizontal: return "y " + Self.range(y)
    case .vertical: return "x " + Self.range(x)
    }
  }

  private static func range(_ numbers: [Double]) -> String {
    let finite = numbers.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else { return "not finite" }
    return (low...high).words
  }
}

extension Field {
  fileprivate var words: String {
    let name = name.onOneLine(limit: 40)
    if style.hasCells {
      let finite = values.filter(\.isFinite)
      let range = finite.min().flatMap { low in finite.max().map { (low...$0).words } }
      let missing = values.count - finite.count
      return style.rawValue + (name.isEmpty ? "" : " " + name) + ": \(y.count)×\(x.count) cells"
        + (missing > 0 ? ", \(missing) not finite" : "") + (range.map { ", " + $0 } ?? "")
    }
    var text = style.rawValue + (name.isEmpty ? "" : " " + name) + ": \(x.count)×\(y.count) points"
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
