extension Figure {
  /// The figure as an SVG element, to stand in an HTML page or, as it is, in a file.
  ///
  /// Texts are selectable and inherit the page's font. Colours come from CSS variables (`--figure-ink`,
  /// `--figure-axis`, `--figure-grid`, `--figure-1` … `--figure-7`) with fallbacks that are legible on light
  /// and dark pages. The element has the class `figure`, is 560 units wide, and carries its title and the words
  /// of `description(language:)` for readers who do not see it.
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

  /// A figure's SVG element as a file of its own, which needs what else the page says: the name space of SVG, and
  /// that the figure shrinks with its container.
  ///
  /// - Parameter svg: As `svg(language:alternative:)` makes it.
  public static func standalone(_ svg: String) -> String {
    let attributes: SVGAttributes = [
      "xmlns": "http://www.w3.org/2000/svg",
      "style": "max-width:100%;height:auto;font-variant-numeric:lining-nums tabular-nums",
    ]
    return "<svg" + SVGWriter.text(of: attributes) + svg.dropFirst("<svg".count)
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
      "class": "figure", "viewBox": "0 0 \(width) \(height)", "width": width, "height": height, "role": "img",
      "font-size": SVGWriter.length(Style.tickSize), "fill": Style.ink,
    ]
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
        svg.open("g", ["transform": "translate(\(SVGWriter.length(panel.x)) \(SVGWriter.length(panel.y)))"])
        PanelDrawing.draw(part, panel.layout, words, to: &svg)
        svg.close()
      }
    }
    svg.close()
  }
}
