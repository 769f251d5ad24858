/// The attributes of an SVG element, in the order in which they are written.
struct SVGAttributes: ExpressibleByDictionaryLiteral {
  private(set) var pairs: [(name: String, value: String)]

  init(dictionaryLiteral elements: (String, String)...) {
    pairs = elements.map { (name: $0, value: $1) }
  }

  /// What says which part of a figure an element is.
  static func part(_ part: FigurePart) -> SVGAttributes { ["class": part.rawValue] }

  static func + (first: SVGAttributes, second: SVGAttributes) -> SVGAttributes {
    var sum = first
    sum.pairs += second.pairs
    return sum
  }

  mutating func add(_ name: String, _ value: String) { pairs.append((name, value)) }
}
