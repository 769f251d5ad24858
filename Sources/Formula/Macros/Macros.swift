/// The macros that formulas of a lesson may use, by name.
///
///     let macros = Macros([#"\R"#: #"\mathbb{R}"#, #"\norm"#: #"\lVert #1 \rVert"#])
///     try Formula(parsing: #"\norm{x} \in \R"#, macros: macros)
public struct Macros: Hashable, Sendable {
  /// No macros but those that every formula knows.
  public static let none = Macros([:])

  private(set) var table: [String: Macro]

  /// Macros from a course file or front matter.
  ///
  /// - Parameter definitions: The text of each, by its control sequence with the backslash. Arguments are `#1` to
  ///   `#9`; there are as many as the text names.
  public init(_ definitions: [String: String]) {
    table = Self.builtIn
    for (name, body) in definitions { table[String(name.drop { $0 == "\\" })] = Macro(body) }
  }

  /// Control sequences that other control sequences can say.
  private static let builtIn: [String: Macro] = [
    "bgroup": #"{"#, "egroup": #"}"#, "begingroup": #"{"#, "endgroup": #"}"#,
    "varlimsup": #"\operatorname*{\overline{lim}}"#, "varliminf": #"\operatorname*{\underline{lim}}"#,
    "varinjlim": #"\operatorname*{\underrightarrow{lim}}"#,
    "varprojlim": #"\operatorname*{\underleftarrow{lim}}"#,
    "idotsint": #"\int\!\cdots\!\int"#, "phase": #"\underline{\angle #1}"#, "vcenter": #"{#1}"#,
    "overunderset": #"\overset{#1}{\underset{#2}{#3}}"#, "underoverset": #"\underset{#1}{\overset{#2}{#3}}"#,
    "cancelto": #"{\cancel{#2}}^{#1}"#, "ensuremath": #"#1"#,
    "sideset": #"\mathop{{\vphantom{#3}}#1{#3}#2}"#, "prescript": #"{\vphantom{#3}}^{#1}_{#2}{#3}"#,
  ].mapValues { Macro($0) }
}
