/// Two arguments of one call that may both be changed must not lie in the same variable.
extension Checker {
  /// Reports an `inout` argument that overlaps an earlier one.
  func checkOverlaps(_ arguments: [Expression]) {
    let paths = arguments.map { argument -> Path? in
      guard case .inoutReference(let target) = argument.kind else { return nil }
      return path(to: target)
    }
    for (index, path) in paths.enumerated() {
      guard let path, paths[..<index].contains(where: { $0.map(path.overlaps) ?? false }) else { continue }
      report(
        "inout.overlap", arguments[index].place,
        "'\(path.root.name)' is passed twice to be changed by one call; copy it into another variable first")
    }
  }

  /// A variable, and the parts that lead from it to a place in it.
  private struct Path {
    var root: VariableDeclaration
    var parts: [String] = []
    /// Whether the place is an element behind these parts, whichever.
    var isElement = false

    func overlaps(_ other: Path) -> Bool {
      let common = min(parts.count, other.parts.count)
      return root === other.root && parts.prefix(common) == other.parts.prefix(common)
    }

    func adding(_ part: String) -> Path {
      isElement ? self : Path(root: root, parts: parts + [part])
    }
  }

  private func path(to target: Expression) -> Path? {
    switch target.kind {
    case .variable(let variable): return variable.linkBase == nil ? Path(root: variable) : nil
    case .property(let base, let property) where !isInstance(base.type):
      return path(to: base)?.adding(property.name)
    case .element(let base, let index): return path(to: base)?.adding("\(index)")
    case .forceUnwrap(let base): return path(to: base)
    case .call(let reference, let arguments)
    where reference.declaration.kind == .subscriptGetter && !isInstance(arguments[0].type):
      var found = path(to: arguments[0])
      found?.isElement = true
      return found
    default: return nil
    }
  }
}
