/// The attributes of an SVG element, in the order in which they are written.
struct SVGAttributes: ExpressibleByDictionaryLiteral {
  private(set) var pairs: [(name: String, value: String)]

  init(dictionaryLiteral elements: (String, String)...) {
    pairs = elements.map { (name: $0, value: $1) }
  }

  mutating func add(_ name: String, _ value: String) { pairs.append((name, value)) }
}
