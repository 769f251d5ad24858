import SwiftOperators
import SwiftParser
import SwiftSyntax

/// The standard library of cells, in their own language.
///
/// `@_intrinsic("…")` leaves a declaration to the machine (`addI`), the host (`host:…`) or the compiler (`print`).
enum Prelude {
  static let name = "the prelude"

  /// What every program has.
  private static let core = [
    protocols, collectionProtocols, numbers, integerMembers, text, strings, collections, slices, sequences,
    dictionaries, sets, hashing, functions, result,
    derivatives,
  ].joined(separator: "\n")

  /// What only programs have that mention it, because parsing and declaring it takes longer than all the rest.
  private static let rare = [integers, floats, unicode, randoms, keyPaths].joined(separator: "\n")

  /// Parts of names, one of which is in every name that the rare part declares.
  private static let rareNames = [
    "Int8", "Int16", "Int32", "Int64", "UInt", "Float", "utf8", "utf16", "UTF8", "nicode", "ascii", "andom",
    "huffle",
    "TextView", "eyPath",
  ]

  static let source = core + "\n" + rare

  /// The parsed source of what every program has; parsed once for all compilers.
  ///
  /// Its operators are folded body by body, when one is first used: folding all costs more than parsing.
  static let tree = Parser.parse(source: core)

  /// The parsed source of the rest.
  static let rareTree = Parser.parse(source: rare)

  /// Whether a source may mention what is rare.
  static func isRare(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    let names = rareNames.map { Array($0.utf8) }
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "\\"), index + 1 < bytes.count, startsKeyPath(bytes[index + 1]) { return true }
      for name in names
      where name[0] == byte && index + name.count <= bytes.count
        && bytes[index..<(index + name.count)].elementsEqual(name)
      {
        return true
      }
    }
    return false
  }

  /// Whether a character behind a backslash is the start of a type, in a key path: no escape of a string is.
  private static func startsKeyPath(_ next: UInt8) -> Bool {
    UInt8(ascii: "A")...UInt8(ascii: "Z") ~= next || next == UInt8(ascii: "[")
  }

  /// A body or default value of the prelude with its operators folded.
  static func folded<Node: SyntaxProtocol>(_ node: Node) -> Node {
    OperatorTable.standardOperators.foldAll(node) { _ in }.as(Node.self) ?? node
  }
}
