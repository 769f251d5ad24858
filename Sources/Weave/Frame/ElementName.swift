/// The name of an HTML element in a form that is fast to compare, and what HTML says of the element.
struct ElementName: Hashable, ExpressibleByStringLiteral {
  /// The first eight letters, in small letters; no two elements of HTML, SVG or MathML agree in them and in the length.
  private let letters: UInt64
  /// How long it is.
  let length: Int

  init(_ name: some Collection<UInt8>) {
    var letters: UInt64 = 0
    for byte in name.prefix(8) {
      let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      letters = letters << 8 | UInt64(isCapital ? byte | 0x20 : byte)
    }
    self.letters = letters
    length = name.count
  }

  init(stringLiteral name: StaticString) {
    self = name.withUTF8Buffer { ElementName($0) }
  }

  /// Whether it holds text and no tags.
  var holdsText: Bool { Self.traits[self]?.holdsText ?? false }

  /// Whether white space at its start and end shows nothing.
  var isBlock: Bool { Self.traits[self]?.isBlock ?? false }

  /// Whether white space around it shows nothing either.
  var standsAlone: Bool { isBlock && self != "svg" }

  /// Whether it can end without an end tag.
  var mayEndAlone: Bool { Self.traits[self]?.impliedEnds != nil }

  /// Whether it ends where another starts.
  func isEnded(byStartOf follower: ElementName) -> Bool {
    Self.traits[self]?.impliedEnds?.followers.contains(follower) ?? false
  }

  /// Whether it ends where one ends that holds it.
  func isEnded(byEndOf parent: ElementName) -> Bool {
    Self.traits[self]?.impliedEnds?.parents.contains(parent) ?? false
  }

  private struct Traits {
    var holdsText = false
    var isBlock = false
    var impliedEnds: (followers: Set<ElementName>, parents: Set<ElementName>)?
  }

  private static let traits: [ElementName: Traits] = {
    var traits: [ElementName: Traits] = [:]
    let texts: [ElementName] = ["script", "style", "textarea", "title"]
    for name in texts { traits[name, default: Traits()].holdsText = true }
    let blocks: [ElementName] = [
      "article", "aside", "blockquote", "circle", "details", "div", "figure", "footer", "g", "header", "li",
      "main", "nav", "ol", "path", "rect", "section", "svg", "table", "tbody", "thead", "tr", "ul",
    ]
    for name in blocks { traits[name, default: Traits()].isBlock = true }
    let impliedEnds: [ElementName: (Set<ElementName>, Set<ElementName>)] = [
      "li": (["li"], ["ol", "ul"]),
      "p": (
        [
          "article", "aside", "blockquote", "details", "div", "figure", "footer", "form", "h1", "h2", "h3",
          "h4", "h5", "h6", "header", "hr", "main", "nav", "ol", "p", "pre", "section", "table", "ul",
        ],
        [
          "article", "aside", "blockquote", "details", "div", "fieldset", "footer", "li", "main", "nav",
          "section", "td",
        ]
      ),
      "head": (["body"], []), "body": ([], ["html"]), "html": ([], []),
      "td": (["td", "th"], ["tr"]), "th": (["td", "th"], ["tr"]), "tr": (["tr"], ["tbody", "thead"]),
    ]
    for (name, ends) in impliedEnds { traits[name, default: Traits()].impliedEnds = ends }
    return traits
  }()
}
