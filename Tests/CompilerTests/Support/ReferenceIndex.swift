/// The page of the reference that lists every name of the prelude.
enum ReferenceIndex {
  static let page = """
    ---
    title: Index of names
    description: >-
      Every function, type and member that cells have.
    lang: en
    ---

    This page is written from the library itself, so it is complete: what is not here, cells do not have. Every name
    does what it does in Swift; names for figures and derivatives are this tool's own.

    ## Functions and constants

    \(list(PreludeNames.byType[""] ?? []))

    ## Members by type

    What a protocol has, all types have that conform to it: an array also has what stands beside `Collection` and
    `Sequence`.

    \(rows)

    ## Types without members of their own

    \(list(PreludeNames.types.filter { (PreludeNames.byType[$0] ?? []).isEmpty }))

    """

  private static var rows: String {
    PreludeNames.types.sorted().compactMap { type in
      let names = PreludeNames.byType[type] ?? []
      return names.isEmpty ? nil : "- **\(type)**: \(list(names))"
    }.joined(separator: "\n")
  }

  private static func list(_ names: Set<String>) -> String {
    names.sorted().map { "`\($0)`" }.joined(separator: " ")
  }
}
