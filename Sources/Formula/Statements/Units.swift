/// A unit behind a number.
struct Unit: Hashable, Sendable {
  /// What is measured in it; units of one kind can be compared.
  var kind: String
  /// How many of the SI's unit of its kind it is.
  var factor: Double

  /// The unit that a node is, as `\text{J}`, `\mathrm{m/s}` and `\text{m/s}^2` are; nil where it is none.
  init?(_ node: Node) {
    let scripts = TermReader.scripts(of: node)
    guard let base = scripts.base, scripts.primes == 0 else { return nil }
    var text: String
    switch base.kind {
    case .text(let word, _): text = word
    case .font(.roman, let inner), .operatorName(let inner, _):
      text = inner.map(TermReader.plainText).joined()
    default: return nil
    }
    guard scripts.sub == nil else { return nil }
    text.removeAll { $0 == " " || $0 == "\u{A0}" || $0 == "." }
    if let sup = scripts.sup {
      let exponent = TermReader.plainText(sup)
      guard exponent.allSatisfy({ $0.isNumber || $0 == "−" }) else { return nil }
      text += ["2": "²", "3": "³"][exponent] ?? "^" + exponent
    }
    guard let found = Self.known[text] ?? Self.compound(text) else { return nil }
    self = found
  }

  /// A unit made of others, as `mg/L` is; nil where a part is none. It is of a kind of its own.
  private static func compound(_ text: String) -> Unit? {
    let parts = text.split(whereSeparator: { "/·⋅".contains($0) }).map { part in
      part.prefix { $0.isLetter || "€Ωµμ°".contains($0) }
    }
    let isWhole = parts.allSatisfy { !$0.isEmpty && known[String($0)] != nil }
    return isWhole && !parts.isEmpty ? Unit(kind: text, factor: 1) : nil
  }

  private init(kind: String, factor: Double) {
    self.kind = kind
    self.factor = factor
  }

  /// Nodes without the units of the SI behind their numbers, between which numbers alone can be calculated with:
  /// `2\,\text{kg} \cdot 3\,\text{m/s}^2`.
  static func withoutUnits(_ nodes: [Node]) -> [Node] {
    var found: [Node] = []
    for node in nodes {
      if case .text = TermReader.scripts(of: node).base?.kind,
        isNumber(found.last { !TermReader.isSpace($0) }),
        let unit = Unit(node), unit.isOfSI
      {
        continue
      }
      found.append(node)
    }
    return found
  }

  /// Whether a node is a number, or a power of one.
  private static func isNumber(_ node: Node?) -> Bool {
    if case .number? = node.flatMap({ TermReader.scripts(of: $0).base?.kind }) { true } else { false }
  }

  /// Whether it is a unit of the SI, not one that is made of others or counts things.
  private var isOfSI: Bool { factor == 1 && Self.kinds.contains { $0.0 == kind } && kind != "calendar" }

  /// What a side is in the SI's units.
  func inBaseUnits(_ term: Term) -> Term {
    guard factor != 1 else { return term }
    switch term {
    case .number(let value, let unit): return .number(value * factor, unit: unit * factor)
    case .negative(.number(let value, let unit)):
      return .negative(.number(value * factor, unit: unit * factor))
    default: return .product([.number(factor, unit: 1), term])
    }
  }

  /// The units by what is written. Words that count things are units of kinds of their own.
  private static let known: [String: Unit] = {
    var found: [String: Unit] = [:]
    for (kind, units) in kinds {
      for (names, factor) in units {
        for name in names.split(separator: " ") { found[String(name)] = Unit(kind: kind, factor: factor) }
      }
    }
    for words in counted.split(separator: "|") {
      for word in words.split(separator: " ") {
        found[String(word)] = Unit(kind: String(words), factor: 1)
      }
    }
    return found
  }()

  private static let kinds: [(String, [(String, Double)])] = [
    (
      "length",
      [
        ("m metros meters metres", 1), ("km kilómetros kilometers kilometres", 1000), ("cm", 0.01),
        ("mm", 1e-3),
        ("μm µm", 1e-6), ("nm", 1e-9),
      ]
    ),
    ("area", [("m²", 1), ("km²", 1e6), ("cm²", 1e-4), ("mm²", 1e-6), ("ha", 1e4)]),
    ("volume", [("m³", 1), ("cm³ mL ml", 1e-6), ("L l litros liters litres", 1e-3), ("dm³", 1e-3)]),
    (
      "time",
      [
        ("s segundos seconds", 1), ("ms", 1e-3), ("μs µs", 1e-6), ("ns", 1e-9), ("min minutos minutes", 60),
        ("h horas hours", 3600), ("días days", 86400), ("semanas weeks", 604_800),
      ]
    ),
    ("calendar", [("meses months", 1), ("años year years", 12)]),
    (
      "mass",
      [("kg", 1), ("g gramos grams", 1e-3), ("mg", 1e-6), ("μg µg", 1e-9), ("t toneladas tonnes", 1000)]
    ),
    ("speed", [("m/s", 1), ("km/h", 1 / 3.6), ("km/s", 1000), ("cm/s", 0.01)]),
    ("acceleration", [("m/s²", 1), ("cm/s²", 0.01)]),
    ("force", [("N", 1), ("kN", 1000), ("mN", 1e-3)]),
    ("energy", [("J", 1), ("kJ", 1000), ("MJ", 1e6), ("mJ", 1e-3), ("Wh", 3600), ("kWh", 3.6e6)]),
    ("power", [("W", 1), ("kW", 1000), ("MW", 1e6), ("mW", 1e-3)]),
    ("voltage", [("V", 1), ("mV", 1e-3), ("kV", 1000)]),
    ("current", [("A", 1), ("mA", 1e-3)]),
    ("resistance", [("Ω", 1), ("kΩ", 1000)]),
    ("frequency", [("Hz", 1), ("kHz", 1000), ("MHz", 1e6), ("GHz", 1e9)]),
    ("pressure", [("Pa", 1), ("kPa", 1000), ("hPa", 100)]),
    ("stiffness", [("N/m", 1)]), ("momentum", [("kg·m/s", 1)]), ("angle", [("rad", 1)]),
    ("angular speed", [("rad/s", 1)]), ("temperature", [("K", 1)]), ("amount", [("mol", 1), ("mmol", 1e-3)]),
    ("information", [("bit bits", 1)]), ("natural information", [("nat nats", 1)]),
  ]

  private static let counted =
    "€ EUR euros|USD dollars dólares|pesos|unidades units|puntos points|pasos steps|personas people|bacterias bacteria|individuos individuals|parámetros parameters|neuronas neurons|épocas epochs|iteraciones iterations|veces times|casos cases|ejemplos examples|píxeles pixels"
}
