/// Where a declaration can be used: in the whole module, in its file, or inside a type only.
enum AccessScope {
  case module
  case file
  case type(NominalDeclaration)

  /// Whether all places of this scope are places of another.
  func isWithin(_ other: AccessScope) -> Bool {
    switch (self, other) {
    case (_, .module): true
    case (.module, _): false
    case (_, .file): true
    case (.file, .type): false
    case (.type(let own), .type(let outer)): own.isInside(outer)
    }
  }
}
