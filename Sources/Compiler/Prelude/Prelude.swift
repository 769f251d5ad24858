/// The standard library of cells, in their own language.
///
/// `@_intrinsic("…")` leaves a declaration to the machine (`addI`), the host (`host:…`) or the compiler (`print`).
enum Prelude {
  static let sources: [(name: String, text: String)] = [
    ("prelude/Protocols.swift", protocols),
    ("prelude/Numbers.swift", numbers),
    ("prelude/Text.swift", text),
    ("prelude/Collections.swift", collections),
    ("prelude/Functions.swift", functions),
    ("prelude/Derivatives.swift", derivatives),
  ]
}
