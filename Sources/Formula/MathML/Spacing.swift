/// TeX's space between atoms, in eighteenths of an em (The TeXbook, chapter 18, table on page 170).
enum Spacing {
  /// The space between two neighbours.
  ///
  /// - Parameter tight: In scripts, where only operators keep their thin space.
  static func between(_ left: Atom, _ right: Atom, tight: Bool) -> Int {
    let entry = table[left.rawValue * 8 + right.rawValue]
    if entry < 0 { return tight ? 0 : -entry }
    return entry
  }

  /// Rows: the left atom; columns: the right one; negative: not in scripts.
  private static let table: [Int] = [
    0, 3, -4, -5, 0, 0, 0, -3,
    3, 3, 0, -5, 0, 0, 0, -3,
    -4, -4, 0, 0, -4, 0, 0, -4,
    -5, -5, 0, 0, -5, 0, 0, -5,
    0, 0, 0, 0, 0, 0, 0, 0,
    0, 3, -4, -5, 0, 0, 0, -3,
    -3, -3, 0, -3, -3, -3, -3, -3,
    -3, 3, -4, -5, -3, 0, -3, -3,
  ]

  /// The classes of the atoms of a row once operators without operands have become ordinary (The TeXbook,
  /// appendix G, rules 5 and 6): the minus of −1 is no binary operator.
  ///
  /// - Parameter atoms: The first and last class of each piece; nil for space, which does not count.
  static func settled(_ atoms: [(left: Atom, right: Atom)?], after leading: Atom?) -> [(
    left: Atom, right: Atom
  )?] {
    var settled = atoms
    var previous = leading
    var previousIndex: Int?
    for index in settled.indices {
      guard var atom = settled[index] else { continue }
      if atom.left == .binary {
        switch previous {
        case nil, .binary, .large, .relation, .open, .punctuation: atom.left = .ordinary
        default: break
        }
        if atom.left == .ordinary, atoms[index]?.right == .binary { atom.right = .ordinary }
        settled[index] = atom
      }
      if let before = previousIndex, settled[before]?.right == .binary {
        switch atom.left {
        case .relation, .close, .punctuation: settled[before] = (.ordinary, .ordinary)
        default: break
        }
      }
      previous = settled[index]?.right
      previousIndex = index
    }
    if let last = previousIndex, settled[last]?.right == .binary { settled[last] = (.ordinary, .ordinary) }
    return settled
  }
}
