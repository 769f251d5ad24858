/// The sentences about figures, in one language.
enum Words {
  case english
  case spanish

  /// The language of a tag, by its first subtag; English where there are no texts for it.
  init(language: String) {
    let subtag = language.prefix { $0 != "-" && $0 != "_" }.lowercased()
    self = subtag == "es" ? .spanish : .english
  }

  var noData: String { self == .spanish ? "sin datos" : "no data" }

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
        Self.filled(marks.panel, "\(index + 1)", heading(of: panel)) + " "
          + account(of: panel, namesKind: hasTitle(panel))
      }
      return (sentences.map { $0 + "." } + panels).joined(separator: " ")
    }
    if let label = axis(figure.xLabel) {
      sentences.append((self == .spanish ? "Eje horizontal: " : "Horizontal axis: ") + label)
    }
    if let label = axis(figure.yLabel) {
      sentences.append((self == .spanish ? "Eje vertical: " : "Vertical axis: ") + label)
    }
    for (options, axis) in [(figure.x, marks.horizontalAxis), (figure.y, marks.verticalAxis)]
    where options.scale != .linear {
      sentences.append(Self.filled(options.scale == .log ? marks.log : marks.symmetricLog, axis))
    }
    if let field = figure.field {
      let name = field.name.onOneLine(limit: 40)
      sentences.append(name.isEmpty ? capitalised(account(of: field)) : name + ": " + account(of: field))
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
        ? "" : "\(self == .spanish ? "Serie" : "Series") \(index + 1)"
      let subject = name.isEmpty ? unnamed : name
      let course = course(of: SeriesFacts(series)) + withoutPlace(series, figure)
      sentences.append(subject.isEmpty ? capitalised(course) : subject + ": " + course)
    }
    let more = figure.series.count - 8
    if more > 0 { sentences.append(self == .spanish ? "Y \(more) series más" : "And \(more) more series") }
    if !figure.verdicts.isEmpty { sentences.append(account(of: figure.verdicts, in: figure)) }
    if figure.series.isEmpty, figure.field == nil { sentences.append(capitalised(noData)) }
    return sentences.joined(separator: ". ") + "."
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
    let spelling = Spelling(x: x, y: lowest.y...highest.y, at: self == .spanish ? "en" : "at")
    let (start, end) = (spelling.place(first), spelling.place(last))
    let (low, high) = (spelling.place(lowest), spelling.place(highest))
    let level = spelling.y(first.y)
    let text: String
    switch (facts.shape, self) {
    case _ where facts.count - facts.notFinite == 1: text = spelling.pair(first)
    case (.constant, .english): text = "constant at \(level) for x from \(spelling.ends("to"))"
    case (.constant, .spanish): text = "constante en \(level) para x de \(spelling.ends("a"))"
    case (.rising, .english): text = "rises from \(start) to \(end)"
    case (.rising, .spanish): text = "sube de \(start) a \(end)"
    case (.falling, .english): text = "falls from \(start) to \(end)"
    case (.falling, .spanish): text = "baja de \(start) a \(end)"
    case (.valley, .english): text = "falls from \(start) to \(low), then rises to \(end)"
    case (.valley, .spanish): text = "baja de \(start) a \(low) y luego sube a \(end)"
    case (.hill, .english): text = "rises from \(start) to \(high), then falls to \(end)"
    case (.hill, .spanish): text = "sube de \(start) a \(high) y luego baja a \(end)"
    case (.other, .english): text = "x from \(spelling.ends("to")); minimum \(low), maximum \(high)"
    case (.other, .spanish): text = "x de \(spelling.ends("a")); mínimo \(low), máximo \(high)"
    }
    return counted(facts) + "; " + text
  }

  private func counted(_ facts: SeriesFacts) -> String {
    switch self {
    case .english:
      let points = facts.count == 1 ? "1 point" : "\(facts.count) points"
      return facts.notFinite == 0 ? points : points + ", \(facts.notFinite) not finite"
    case .spanish:
      let points = facts.count == 1 ? "1 punto" : "\(facts.count) puntos"
      if facts.notFinite == 0 { return points }
      return points + (facts.notFinite == 1 ? ", 1 no finito" : ", \(facts.notFinite) no finitos")
    }
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
