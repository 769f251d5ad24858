/// The sentences about figures, in one language.
enum Words: CaseIterable {
  case english
  case spanish
  case french

  /// The language of a tag, by its first subtag; English where there are no texts for it.
  init(language: String) {
    switch language.prefix(while: { $0 != "-" && $0 != "_" }).lowercased() {
    case "es": self = .spanish
    case "fr": self = .french
    default: self = .english
    }
  }

  /// The templates about lines.
  var lines: LineWords {
    switch self {
    case .english: .english
    case .spanish: .spanish
    case .french: .french
    }
  }

  /// The headings of tables of data.
  var data: DataWords {
    switch self {
    case .english: .english
    case .spanish: .spanish
    case .french: .french
    }
  }

  var noData: String { lines.noData }

  /// A count with what is counted. In French, zero counts like one.
  func counted(_ count: Int, _ words: CountWords) -> String {
    Self.filled(count == 1 || count == 0 && self == .french ? words.one : words.several, "\(count)")
  }

  /// The title, or else the kind of figure.
  func heading(of figure: Figure) -> String {
    let title = figure.title?.onOneLine(limit: 300) ?? ""
    return title.isEmpty ? kind(of: figure) : title
  }

  /// Whether `heading` is the figure's own title.
  func hasTitle(_ figure: Figure) -> Bool { figure.title?.onOneLine(limit: 1).isEmpty == false }

  /// The title as a sentence before others.
  func titled(_ title: String) -> String {
    title.last.map { ".!?…".contains($0) } == true ? title + " " : title + ". "
  }

  /// What the figure shows: its kind, its axes, the field, the course of each series, eight at most, and what
  /// became of a search.
  ///
  /// - Parameter namesKind: Whether the kind is said; it is not where `heading` has said it.
  func account(of figure: Figure, namesKind: Bool = true) -> String {
    var sentences = namesKind ? [kind(of: figure)] : []
    if !figure.panels.isEmpty {
      let panels = figure.panels.prefix(8).enumerated().map { index, panel in
        self.panel(index, of: panel) + " "
          + account(of: panel, namesKind: hasTitle(panel))
      }
      return (sentences.map { $0 + "." } + panels).joined(separator: " ")
    }
    if let label = axis(figure.xLabel) {
      sentences.append(Self.filled(lines.horizontalAxis, label))
    }
    if let label = axis(figure.yLabel) {
      sentences.append(Self.filled(lines.verticalAxis, label))
    }
    for (options, axis) in [(figure.x, marks.horizontalAxis), (figure.y, marks.verticalAxis)]
    where options.scale != .linear {
      sentences.append(Self.filled(options.scale == .log ? marks.log : marks.symmetricLog, axis))
    }
    if let field = figure.field {
      let name = field.name.onOneLine(limit: 40)
      sentences.append(
        name.isEmpty ? capitalised(account(of: field)) : name + lines.colon + account(of: field))
    }
    for (index, series) in figure.series.prefix(8).enumerated() {
      if series.mark == .path {
        sentences.append(account(ofPath: series, in: figure))
        continue
      }
      if let sentence = account(ofMark: series, in: figure) {
        sentences.append(sentence)
        continue
      }
      let name = series.name.onOneLine(limit: 40)
      let unnamed =
        figure.series.count { $0.mark != .path && $0.mark.isColoured } == 1
        ? "" : Self.filled(lines.series, "\(index + 1)")
      let subject = name.isEmpty ? unnamed : name
      let course = course(of: SeriesFacts(series)) + withoutPlace(series, figure)
      sentences.append(subject.isEmpty ? capitalised(course) : subject + lines.colon + course)
    }
    let more = figure.series.count - 8
    if more > 0 { sentences.append(counted(more, lines.moreSeries)) }
    if !figure.verdicts.isEmpty { sentences.append(account(of: figure.verdicts, in: figure)) }
    if figure.series.isEmpty, figure.field == nil { sentences.append(capitalised(noData)) }
    return sentences.joined(separator: ". ") + "."
  }

  /// What stands before the account of a panel: its number and its title.
  func panel(_ index: Int, of figure: Figure) -> String {
    Self.filled(marks.panel, "\(index + 1)", heading(of: figure))
  }

  func axis(_ label: String?) -> String? {
    let label = label?.onOneLine(limit: 100) ?? ""
    return label.isEmpty ? nil : label
  }

  func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  private func course(of facts: SeriesFacts) -> String {
    guard let first = facts.first, let last = facts.last, let lowest = facts.lowest,
      let highest = facts.highest,
      let x = facts.x
    else { return counted(facts) }
    let spelling = Spelling(x: x, y: lowest.y...highest.y, at: lines.at)
    let (start, end) = (spelling.place(first), spelling.place(last))
    let (low, high) = (spelling.place(lowest), spelling.place(highest))
    let text =
      switch facts.shape {
      case _ where facts.count - facts.notFinite == 1: spelling.pair(first)
      case .constant: Self.filled(lines.constant, spelling.y(first.y), spelling.ends(lines.to))
      case .rising: Self.filled(lines.rising, start, end)
      case .falling: Self.filled(lines.falling, start, end)
      case .valley: Self.filled(lines.valley, start, low, end)
      case .hill: Self.filled(lines.hill, start, high, end)
      case .other: Self.filled(lines.other, spelling.ends(lines.to), low, high)
      }
    return counted(facts) + lines.semicolon + text
  }

  private func counted(_ facts: SeriesFacts) -> String {
    let points = counted(facts.count, lines.points)
    return facts.notFinite == 0 ? points : points + ", " + counted(facts.notFinite, lines.notFinite)
  }
}

/// How the coordinates of one series are written: with four digits, or as many more as tell its extremes
/// apart.
struct Spelling {
  private let bounds: ClosedRange<Double>
  private let xDigits: Int
  private let yDigits: Int
  private let at: String

  init(x: ClosedRange<Double>, y: ClosedRange<Double>, at: String) {
    bounds = x
    xDigits = DecimalNumber.digits(tellingApart: x.lowerBound, x.upperBound, atLeast: 4)
    yDigits = DecimalNumber.digits(tellingApart: y.lowerBound, y.upperBound, atLeast: 4)
    self.at = at
  }

  func x(_ value: Double) -> String { DecimalNumber(value).rounded(to: xDigits).typeset }
  func y(_ value: Double) -> String { DecimalNumber(value).rounded(to: yDigits).typeset }
  func pair(_ point: SeriesFacts.Point) -> String { "(\(x(point.x)), \(y(point.y)))" }

  /// The ends of the series, with a word between them.
  func ends(_ to: String) -> String { "\(x(bounds.lowerBound)) \(to) \(x(bounds.upperBound))" }

  /// A height and where it is reached: `2.875 at x ≈ 0.7513`.
  func place(_ point: SeriesFacts.Point) -> String {
    // What steps like 0.1 leave in the last digits does not make a place approximate.
    let exact = DecimalNumber(point.x).rounded(to: max(12, xDigits))
    return "\(y(point.y)) \(at) x \(exact.rounded(to: xDigits) == exact ? "=" : "≈") \(x(point.x))"
  }
}
