/// A part that every figure has, written as a class; what it looks like stands in one place for pages and for files.
enum FigurePart: String, CaseIterable {
  /// The whole element.
  case figure
  case grid, axes, marks
  /// The lines of the title.
  case heading
  /// The name of an axis.
  case name
  /// The numbers along the horizontal and the vertical axis.
  case x, y

  /// The SVG presentation attributes that make its looks, which are CSS properties as well.
  var attributes: SVGAttributes {
    switch self {
    case .figure: ["font-size": Self.pixels(Style.tickSize), "fill": Style.ink]
    case .grid: Self.rules(Style.grid)
    case .axes: Self.rules(Style.axis)
    case .marks: ["fill": "none", "stroke-width": "2", "stroke-linejoin": "round", "stroke-linecap": "round"]
    case .heading: ["font-size": Self.pixels(Style.titleSize), "font-weight": "600"]
    case .name: ["font-size": Self.pixels(Style.labelSize), "text-anchor": "middle"]
    case .x: ["text-anchor": "middle"]
    case .y: ["text-anchor": "end"]
    }
  }

  /// The same for where no page sets the colours.
  var standaloneAttributes: SVGAttributes {
    var attributes: SVGAttributes = [:]
    for (name, value) in self.attributes.pairs { attributes.add(name, Style.withFallback(value)) }
    return attributes
  }

  /// The rules of a style sheet for the parts of figures, without fallbacks for colours.
  static var styleSheet: String {
    let rules = allCases.map { part in
      let selector = part == .figure ? ".figure" : ".figure .\(part.rawValue)"
      return "\(selector){" + part.attributes.pairs.map { "\($0.name):\($0.value)" }.joined(separator: ";")
        + "}"
    }
    let narrow = "@media (max-width: 30rem){.figure,.figure .name{font-size:\(pixels(Style.narrowSize))}}"
    return ([".figure:not([width]){width:\(pixels(Style.width))}"] + rules + [narrow]).joined(separator: "\n")
  }

  /// Straight lines that are equally thick at every size of the figure.
  private static func rules(_ colour: String) -> SVGAttributes {
    ["stroke": colour, "shape-rendering": "crispEdges", "vector-effect": "non-scaling-stroke"]
  }

  private static func pixels(_ size: Double) -> String { SVGWriter.length(size) + "px" }
}
