/// The TeX that a formula's MathML shows by itself, so that a page need not hold it twice.
///
/// The pages' script reads it from the document in the same way when a formula is copied; the two change together.
struct ShownTeX {
  private var rest: Substring.UTF8View

  /// The TeX of what the start tag of `<math>` holds; nil where it holds anything but rows, fractions, scripts, texts and
  /// aligned lines.
  ///
  /// - Complexity: Linear in the length.
  static func tex(of mathML: String) -> String? {
    var reader = ShownTeX(rest: mathML[...].utf8)
    let parts = reader.parts()
    return reader.rest.isEmpty ? parts?.joined() : nil
  }

  /// Whether two pieces of TeX differ in white space alone.
  static func isSame(_ tex: String, _ other: String) -> Bool {
    tex.utf8.lazy.filter { !isSpace($0) }.elementsEqual(other.utf8.lazy.filter { !isSpace($0) })
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// The signs that are written as commands.
  static let commands: [Character: String] = [
    "×": "times", "⋅": "cdot", "≈": "approx", "→": "to", "⟹": "implies", "≤": "le", "≥": "ge", "∂": "partial",
    "∇": "nabla", "∞": "infty", "α": "alpha", "β": "beta", "γ": "gamma", "η": "eta", "θ": "theta",
    "λ": "lambda",
    "μ": "mu", "π": "pi", "σ": "sigma", "Δ": "Delta",
  ]

  /// The TeX of each element up to the end of the one that holds them; nil where one is not known.
  private mutating func parts() -> [String]? {
    var parts: [String] = []
    while rest.first == UInt8(ascii: "<"), rest.dropFirst().first != UInt8(ascii: "/") {
      guard let part = element() else { return nil }
      parts.append(part)
    }
    return parts
  }

  private mutating func element() -> String? {
    guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return nil }
    let isAligned = rest[..<end].starts(with: "<mtable class=aligned ".utf8)
    let name = String(Substring(rest[..<end].dropFirst().prefix { $0 != UInt8(ascii: " ") }))
    rest = rest[rest.index(after: end)...]
    let tex: String?
    switch name {
    case "mi", "mn", "mo": tex = text().map(Self.sign)
    case "mtext": tex = text().map { "\\text{\($0)}" }
    case "mrow", "mtd": tex = parts()?.joined()
    case "mtr": tex = parts()?.joined(separator: "&")
    case "mtable" where isAligned:
      tex = parts().map { "\\begin{aligned}" + $0.joined(separator: "\\\\") + "\\end{aligned}" }
    case "mfrac": tex = parts().map { "\\frac{" + $0.joined(separator: "}{") + "}" }
    case "msup", "msub": tex = parts().map { $0[0] + (name == "msup" ? "^" : "_") + Self.braced($0[1]) }
    default: tex = nil
    }
    let close = "</\(name)>"
    guard let tex, rest.starts(with: close.utf8) else { return nil }
    rest = rest.dropFirst(close.utf8.count)
    return tex
  }

  private mutating func text() -> String? {
    let text = rest.prefix { $0 != UInt8(ascii: "<") }
    rest = rest[text.endIndex...]
    guard text.contains(UInt8(ascii: "&")) else { return String(Substring(text)) }
    return ["&lt;": "<", "&gt;": ">"][String(Substring(text))]
  }

  private static func sign(_ text: String) -> String {
    if text == "−" { return "-" }
    if text == "′" { return "'" }
    guard text.count == 1, let command = text.first.flatMap({ commands[$0] }) else { return text }
    return "\\\(command) "
  }

  private static func braced(_ tex: String) -> String { tex.count == 1 ? tex : "{\(tex)}" }
}
