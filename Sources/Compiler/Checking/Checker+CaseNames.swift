import SwiftSyntax

/// The names that the patterns of a `case` bind.
extension Checker {
  /// Reports names that only some of a case's patterns bind.
  func checkSameNames(_ label: SwitchCaseLabelSyntax) {
    guard label.caseItems.count > 1 else { return }
    let names = label.caseItems.map { boundNames($0.pattern) }
    for (index, own) in names.enumerated() {
      for (name, token) in own.sorted(by: { $0.key < $1.key })
      where names.indices.contains(where: { $0 != index && names[$0][name] == nil }) {
        report(
          "pattern.binding", place(token), "every pattern of this case must bind '\(name)', or none")
      }
    }
  }

  /// The names that the first pattern of a case binds.
  func boundNames(_ item: SwitchCaseListSyntax.Element) -> [String: TokenSyntax] {
    guard case .switchCase(let syntax) = item, case .case(let label) = syntax.label,
      let first = label.caseItems.first
    else { return [:] }
    return boundNames(first.pattern)
  }

  private func boundNames(_ pattern: PatternSyntax) -> [String: TokenSyntax] {
    final class Finder: SyntaxVisitor {
      var found: [String: TokenSyntax] = [:]
      /// How many `let` and `var` are around the node at hand.
      var bindings = 0

      override func visit(_ node: ValueBindingPatternSyntax) -> SyntaxVisitorContinueKind {
        bindings += 1
        return .visitChildren
      }
      override func visitPost(_ node: ValueBindingPatternSyntax) { bindings -= 1 }
      override func visit(_ node: IdentifierPatternSyntax) -> SyntaxVisitorContinueKind {
        if bindings > 0 { found[node.identifier.text] = node.identifier }
        return .skipChildren
      }
      override func visit(_ node: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind {
        // `let .circle(radius)`: names are variables, unless they name a case or a type.
        if bindings > 0, !node.isPartOfName { found[node.baseName.text] = node.baseName }
        return .skipChildren
      }
    }
    let finder = Finder(viewMode: .sourceAccurate)
    finder.walk(pattern)
    return finder.found
  }
}

extension DeclReferenceExprSyntax {
  /// Whether it stands in `Type.name` or is what a call calls.
  fileprivate var isPartOfName: Bool {
    if parent?.is(MemberAccessExprSyntax.self) ?? false { return true }
    return parent?.as(FunctionCallExprSyntax.self)?.calledExpression.id == ExprSyntax(self).id
  }
}
