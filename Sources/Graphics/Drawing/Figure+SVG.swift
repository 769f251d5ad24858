extension Figure {
  /// The figure as an SVG element, to stand in an HTML page; see `standalone(_:)` for other places.
  ///
  /// Texts are selectable and inherit the page's font. The looks of the parts come from `styleSheet`, colours from
  /// CSS variables (`--figure-ink`, `--figure-paper`, `--figure-axis`, `--figure-grid`, `--figure-1` …
  /// `--figure-7`), which the page sets. The element has the class `figure`, is 500 units wide, and carries its
  /// title and the words of `description(language:)` for readers who do not see it.
  ///
  /// A figure of 200 points has about 2 kB. Series of over 2000 points are simplified without visible change,
  /// and further where many series share a figure, so the number of points does not matter beyond.
  ///
  /// - Parameters:
  ///   - language: A language tag, as for `description(language:)`.
  ///   - alternative: What readers who do not see the figure are told instead of its description.
  /// - Returns: The same bytes for equal figures, ending in a line end.
  /// - Complexity: O(points).
  public func svg(language: String, alternative: String? = nil) -> String {
    Drawing(self, language: language, alternative: alternative).text
  }

  /// What a page with figures has in its style sheet.
  public static let styleSheet = FigurePart.styleSheet

  /// A figure's SVG element as a file of its own, which needs what else the page says: the name space of SVG, its
  /// size, that it shrinks with its container, and the looks of its parts, as attributes, which all programs that
  /// show SVG understand.
  ///
  /// - Parameter svg: As `svg(language:alternative:)` makes it.
  /// - Complexity: Linear in the length.
  public static func standalone(_ svg: String) -> String {
    var text = "<svg"
    text += SVGWriter.text(of: [
      "xmlns": "http://www.w3.org/2000/svg",
      "style": "max-width:100%;height:auto;font-variant-numeric:lining-nums tabular-nums",
    ])
    // Texts hold no quotation marks: what stands between two is the value of an attribute.
    var rest = svg.utf8.dropFirst("<svg".utf8.count)
    let quote = UInt8(ascii: "\"")
    while let start = rest.firstIndex(of: quote), let end = rest[start...].dropFirst().firstIndex(of: quote) {
      let before = rest[..<start]
      let value = rest[rest.index(after: start)..<end]
      let name = before.lastIndex(of: UInt8(ascii: " ")).map { before[$0...] } ?? before
      if let attributes = standaloneAttributes(Substring(name), Substring(value)) {
        text += Substring(before[..<name.startIndex]) + SVGWriter.text(of: attributes)
      } else {
        text += Substring(rest[...end])
      }
      rest = rest[rest.index(after: end)...]
    }
    return text + Substring(rest)
  }

  /// What stands in a file of its own for an attribute, its name given as it stands before the value; nil where it stays.
  private static func standaloneAttributes(_ name: Substring, _ value: Substring) -> SVGAttributes? {
    switch name {
    case " class=": return FigurePart(rawValue: String(value))?.standaloneAttributes
    case " viewBox=":
      let numbers = value.split(separator: " ").map(String.init)
      guard numbers.count == 4 else { return nil }
      return ["viewBox": String(value), "width": numbers[2], "height": numbers[3]]
    case " width=": return [:]
    case " stroke=", " fill=":
      return [String(name.dropFirst().dropLast()): Style.withFallback(String(value))]
    default: return nil
    }
  }
}

/// One figure being written.
private struct Drawing {
  private var svg = SVGWriter()

  var text: String { svg.text }

  init(_ figure: Figure, language: String, alternative: String?) {
    let words = Words(language: language)
    let panels = PanelLayout(figure, words: words)
    let (width, height) = (SVGWriter.length(panels.width), SVGWriter.length(panels.height))
    var attributes: SVGAttributes = [
      "class": FigurePart.figure.rawValue, "viewBox": "0 0 \(width) \(height)", "role": "img",
    ]
    // The style sheet knows the usual width.
    if panels.width != Style.width { attributes.add("width", width) }
    if let alternative { attributes.add("aria-label", alternative) }
    svg.open("svg", attributes)
    if alternative == nil {
      svg.element("title", text: words.heading(of: figure))
      svg.element("desc", text: words.account(of: figure, namesKind: words.hasTitle(figure)))
    }
    if figure.panels.isEmpty {
      for panel in panels.panels { PanelDrawing.draw(figure, panel.layout, words, to: &svg) }
    } else {
      PanelDrawing.drawHeading(panels.titleLines, to: &svg)
      for (part, panel) in zip(figure.panels, panels.panels) {
        svg.open("g", ["transform": "translate(\(SVGWriter.length(panel.x)),\(SVGWriter.length(panel.y)))"])
        PanelDrawing.draw(part, panel.layout, words, to: &svg)
        svg.close()
      }
    }
    svg.close()
  }
}
