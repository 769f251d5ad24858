@testable import Compiler

/// The names that the prelude declares for programs, read from its text: those that begin with a letter.
enum PreludeNames {
  /// Functions and properties by the type that has them; those outside of types are under the empty name.
  static let byType = byType(in: Prelude.source)

  static func byType(in source: String) -> [String: Set<String>] {
    var found: [String: Set<String>] = [:]
    var type: String?
    for line in source.split(separator: "\n") {
      let indentation = line.prefix { $0 == " " }.count
      if indentation == 0 { type = PreludeNames.type(declaredBy: line) }
      // Deeper lines, and those in functions outside of types, are of bodies.
      guard indentation == 0 || type != nil && indentation == 2 else { continue }
      if let name = member(declaredBy: line) { found[type ?? "", default: []].insert(name) }
      if let type { found[type, default: []].formUnion(cases(declaredBy: line)) }
    }
    return found
  }

  /// All names of functions and properties.
  static var members: Set<String> { byType.values.reduce(into: []) { $0.formUnion($1) } }

  /// Those that only the part for descent declares.
  static var membersForDescent: Set<String> {
    func members(in source: String) -> Set<String> {
      byType(in: source).values.reduce(into: []) { $0.formUnion($1) }
    }
    let parts = [Prelude.optimizers, Prelude.descent]
    let others = parts.reduce(Prelude.source) { $0.replacing($1, with: "") }
    return members(in: parts.joined(separator: "\n")).subtracting(members(in: others))
  }

  /// Those of figures, which the real compiler does not have in a plain program.
  static var membersForFigures: Set<String> {
    byType["Figure", default: []].union(["show", "linear", "symmetricLog"])
  }

  /// Those of tables, which the real compiler does not have in a plain program.
  static var membersForTables: Set<String> { byType["Table", default: []] }

  /// The names of types and protocols.
  static let types: Set<String> = Set(
    Prelude.source.split(separator: "\n").compactMap { line in
      line.hasPrefix(" ") ? nil : type(declaredBy: line)
    }.filter { !$0.hasPrefix("_") })

  private static func type(declaredBy line: Substring) -> String? {
    for keyword in ["struct ", "enum ", "extension ", "protocol "] where line.hasPrefix(keyword) {
      return String(line.dropFirst(keyword.count).prefix { $0.isLetter || $0.isNumber || $0 == "_" })
    }
    return nil
  }

  private static func member(declaredBy line: Substring) -> String? {
    for keyword in ["func ", "var ", "let "] {
      guard let range = line.firstRange(of: keyword), !line[..<range.lowerBound].contains("{") else {
        continue
      }
      let name = line[range.upperBound...].prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      if let first = name.first, first != "_" { return String(name) }
    }
    return nil
  }

  /// The names of the cases of an enumeration, without what they hold.
  private static func cases(declaredBy line: Substring) -> [String] {
    let keyword = "  case "
    guard line.hasPrefix(keyword) else { return [] }
    return line.dropFirst(keyword.count).replacing(/\([^)]*\)/, with: "").split(separator: ",").map { name in
      String(name.drop { $0 == " " }.prefix { $0.isLetter || $0.isNumber })
    }
  }
}
