import SwiftSyntax

/// The functions of a source whose names are operators, members of types among them.
final class OperatorFunctions: SyntaxVisitor {
  private var found: [FunctionDeclSyntax] = []

  /// - Complexity: Linear in the source.
  static func all(in tree: some SyntaxProtocol) -> [FunctionDeclSyntax] {
    let visitor = OperatorFunctions(viewMode: .sourceAccurate)
    visitor.walk(tree)
    return visitor.found
  }

  override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
    switch node.name.tokenKind {
    case .binaryOperator, .prefixOperator, .postfixOperator: found.append(node)
    default: break
    }
    return .visitChildren
  }
}

extension Checker {
  /// Reports functions whose operators are not declared, or have another number of operands.
  func checkOperators(in tree: some SyntaxProtocol, _ declarations: OperatorDeclarations) {
    for function in OperatorFunctions.all(in: tree) {
      let name = function.name.text
      let fixity = function.modifiers.map(\.name.text).first { ["prefix", "postfix"].contains($0) }
      switch (function.signature.parameterClause.parameters.count, fixity) {
      case (1, nil):
        report(
          "operator.operands", place(function.name),
          "an operator with one operand stands on one side of it: write 'prefix' or 'postfix' before 'func'")
      case (1, _?), (2, nil):
        guard !declarations.declares(name, fixity ?? "infix") else { continue }
        report(
          "operator.undeclared", place(function.name),
          "the operator '\(name)' is not declared: write '\(fixity ?? "infix") operator \(name)' outside of types"
        )
      case (let count, let fixity):
        report(
          "operator.operands", place(function.name),
          fixity.map { "a '\($0)' operator has one operand, not \(count)" }
            ?? "an operator has one or two operands, not \(count)")
      }
    }
  }
}
