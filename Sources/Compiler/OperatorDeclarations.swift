import SwiftOperators
import SwiftParser
import SwiftSyntax

/// The operators and precedence groups of the standard library and of the sources so far.
///
/// What a source declares anew hides what the standard library has by that name. Operators fold by `higherThan` alone: a
/// group that is `lowerThan` another, which only the standard library can have, is one that the other is `higherThan`.
struct OperatorDeclarations {
  /// The operators and groups of the standard library.
  ///
  /// Those of swift-syntax, read from their text: where groups have no text of their own, it writes one for each that it
  /// passes when it compares two, which takes a third of the time of folding.
  static let standard = {
    var table = OperatorTable()
    table.addSourceFile(standardSource) { _ in }
    return table
  }()
  private static let standardSource = Parser.parse(source: OperatorTable.standardOperators.description)

  /// The precedence groups of the standard library.
  static var standardGroups: [PrecedenceGroupDeclSyntax] {
    standardSource.statements.compactMap { $0.item.as(PrecedenceGroupDeclSyntax.self) }
  }

  /// How expressions fold.
  private(set) var table = Self.standard
  /// The sources that declare any, their `lowerThan` blanked out and operators without a group put into one.
  private var sources: [SourceFileSyntax] = []
  /// The groups that are lower than those of the standard library, by the latter's names.
  private var lower: [String: [String]] = [:]

  /// Adds what a source declares.
  ///
  /// - Parameter report: Is called with what is declared twice and with groups that are not known.
  /// - Complexity: Linear in all sources that declare operators.
  mutating func declare(in source: ParsedSource, report: (OperatorError) -> Void) {
    guard source.facts.declaresOperators else { return }
    let tree = source.tree
    let standard = Self.declarations(of: Self.standardSource)
    var text = Array(tree.description.utf8)
    for group in tree.statements.compactMap({ $0.item.as(PrecedenceGroupDeclSyntax.self) }) {
      for relation in Self.lowerThan(group) {
        for other in relation.precedenceGroups.map(\.name) {
          if standard["group " + other.text] != nil {
            lower[other.text, default: []].append(group.name.text)
          } else {
            report(.missingGroup(other.text, referencedFrom: Syntax(other)))
          }
        }
        // Blanks of the same length leave every other place where it is.
        for index in relation.positionAfterSkippingLeadingTrivia
          .utf8Offset..<relation.endPositionBeforeTrailingTrivia.utf8Offset
        { text[index] = UInt8(ascii: " ") }
      }
    }
    let earlier = sources
    let written = text.withUnsafeBufferPointer { Parser.parse(source: $0) }
    sources.append(Self.withGroups(written, text))
    let hidden = Set(sources.flatMap { Self.declarations(of: $0).keys })
    table = OperatorTable()
    for (key, declaration) in standard where !hidden.contains(key) {
      table.addSourceFile(file(of: declaration)) { _ in }
    }
    for source in earlier { table.addSourceFile(source) { _ in } }
    var checked = table
    checked.addSourceFile(written, errorHandler: report)
    table.addSourceFile(sources[earlier.count]) { _ in }
    let symbols = tree.statements.compactMap { $0.item.as(OperatorDeclSyntax.self) }
    let groups = tree.statements.compactMap { $0.item.as(PrecedenceGroupDeclSyntax.self) }
    let named =
      symbols.compactMap { $0.operatorPrecedenceAndTypes?.precedenceGroup } + groups.flatMap(Self.higherThan)
    for group in named
    where !sources.contains(where: { Self.declarations(of: $0)["group " + group.text] != nil })
      && standard["group " + group.text] == nil
    {
      report(.missingGroup(group.text, referencedFrom: Syntax(group)))
    }
  }

  /// A file in which infix operators without a precedence group have the one that they are in.
  private static func withGroups(_ tree: SourceFileSyntax, _ text: [UInt8]) -> SourceFileSyntax {
    let open = tree.statements.compactMap { $0.item.as(OperatorDeclSyntax.self) }.filter {
      $0.fixitySpecifier.text == "infix" && $0.operatorPrecedenceAndTypes == nil
    }
    guard !open.isEmpty else { return tree }
    var text = text
    for symbol in open.reversed() {
      let end = symbol.name.endPositionBeforeTrailingTrivia.utf8Offset
      text.insert(contentsOf: ": DefaultPrecedence".utf8, at: end)
    }
    return text.withUnsafeBufferPointer { Parser.parse(source: $0) }
  }

  /// A file with its operators folded.
  ///
  /// - Parameter report: Is called with operators that are not known, and with those whose order is not clear.
  func folded(_ file: SourceFileSyntax, report: (OperatorError) -> Void) -> SourceFileSyntax {
    if sources.isEmpty, let folded = OperatorFolder.folded(file) { return folded }
    return table.foldAll(file, errorHandler: report).as(SourceFileSyntax.self) ?? file
  }

  /// A source with its operators folded, which it keeps where they are those of the standard library.
  func folded(_ source: ParsedSource, report: (OperatorError) -> Void) -> SourceFileSyntax {
    if sources.isEmpty, let folded = source.facts.folded { return folded }
    return folded(source.tree, report: report)
  }

  /// Whether an operator has been declared: `infix`, `prefix` or `postfix`.
  func declares(_ name: String, _ fixity: String) -> Bool {
    switch fixity {
    case "prefix": table.prefixOperator(named: name) != nil
    case "postfix": table.postfixOperator(named: name) != nil
    default: table.infixOperator(named: name) != nil
    }
  }

  /// A file with one declaration of the standard library, which knows the groups that are lower.
  private func file(of declaration: DeclSyntax) -> SourceFileSyntax {
    var text = declaration.trimmedDescription
    if let group = declaration.as(PrecedenceGroupDeclSyntax.self), let lower = lower[group.name.text] {
      text.removeLast()
      text += lower.map { "\nhigherThan: \($0)" }.joined() + "\n}"
    }
    return Parser.parse(source: text)
  }

  /// The operators and groups that a file declares, by their kinds and names.
  private static func declarations(of tree: SourceFileSyntax) -> [String: DeclSyntax] {
    var found: [String: DeclSyntax] = [:]
    for statement in tree.statements {
      if let group = statement.item.as(PrecedenceGroupDeclSyntax.self) {
        found["group " + group.name.text] = DeclSyntax(group)
      } else if let symbol = statement.item.as(OperatorDeclSyntax.self) {
        found[symbol.fixitySpecifier.text + " " + symbol.name.text] = DeclSyntax(symbol)
      }
    }
    return found
  }

  /// The groups that a group binds more tightly than.
  private static func higherThan(_ group: PrecedenceGroupDeclSyntax) -> [TokenSyntax] {
    group.groupAttributes.flatMap { attribute -> [TokenSyntax] in
      guard case .precedenceGroupRelation(let relation) = attribute,
        relation.higherThanOrLowerThanLabel.text == "higherThan"
      else { return [] }
      return relation.precedenceGroups.map(\.name)
    }
  }

  private static func lowerThan(_ group: PrecedenceGroupDeclSyntax) -> [PrecedenceGroupRelationSyntax] {
    group.groupAttributes.compactMap { attribute in
      guard case .precedenceGroupRelation(let relation) = attribute,
        relation.higherThanOrLowerThanLabel.text == "lowerThan"
      else { return nil }
      return relation
    }
  }
}

extension SequenceExprSyntax {
  private static let comparisons: Set = ["<", "<=", ">", ">=", "==", "!=", "===", "!=="]

  /// Why comparisons beside each other are in no order; nil where the expression has fewer than two of them.
  var missingOrder: String? {
    let operators = elements.compactMap { $0.as(BinaryOperatorExprSyntax.self)?.operator.text }
    guard operators.filter(Self.comparisons.contains).count > 1 else { return nil }
    if let sign = operators.first(where: { $0 == "&" || $0 == "|" }) {
      return "'\(sign)' combines the bits of integers; conditions are combined with '\(sign)\(sign)'"
    }
    return "comparisons do not chain: write 'a < b && b < c'"
  }
}
